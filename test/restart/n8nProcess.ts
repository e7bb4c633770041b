import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandContext } from '../e2e/instance/importing';
import { n8nCommand, nodeCommand } from '../tools/paths';

const START_SECONDS = 120;

async function answers(url: string): Promise<boolean> {
	try {
		const answer = await fetch(`${url}/rest/settings`, { signal: AbortSignal.timeout(5000) });
		return answer.ok && (answer.headers.get('content-type') ?? '').includes('json');
	} catch {
		return false;
	}
}

/** A running n8n that can be ended in the middle of its work. */
export class N8nProcess {
	private hasEnded = false;

	private readonly ended: Promise<unknown>;

	private constructor(
		private readonly child: ChildProcess,
		/** Without a slash at the end. */
		readonly url: string,
	) {
		this.ended = new Promise((resolve) => {
			child.once('exit', resolve);
			child.once('error', resolve);
		}).then(() => (this.hasEnded = true));
		process.once('exit', () => this.signal('SIGKILL'));
	}

	/**
	 * Starts n8n and waits until it answers. Its log goes to `n8n.log` in the user folder, after
	 * that of an earlier start.
	 * @throws Error where it ends or takes longer than two minutes
	 */
	static async start({ userFolder, env, signal }: CommandContext): Promise<N8nProcess> {
		const log = openSync(join(userFolder, 'n8n.log'), 'a');
		const child = spawn(nodeCommand, [n8nCommand, 'start'], {
			cwd: userFolder,
			env,
			// A process group of its own, with the processes that it starts.
			detached: true,
			stdio: ['ignore', log, log],
		});
		const n8n = new N8nProcess(child, `http://127.0.0.1:${env.N8N_PORT}`);
		const deadline = Date.now() + START_SECONDS * 1000;
		while (!(await answers(n8n.url))) {
			if (n8n.hasEnded) throw new Error('n8n ended while it started');
			if (Date.now() > deadline) throw new Error(`n8n did not start within ${START_SECONDS} s`);
			await sleep(250, undefined, { signal });
		}
		return n8n;
	}

	/** Ends n8n and all that it started, and waits until they are gone. */
	async end(name: NodeJS.Signals): Promise<void> {
		this.signal(name);
		await this.ended;
	}

	private signal(name: NodeJS.Signals): void {
		try {
			if (this.child.pid !== undefined) process.kill(-this.child.pid, name);
		} catch {
			// It has ended already.
		}
	}
}
