import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cleanup } from '../../tools/cleanup';
import { n8nCommand, nodeCommand } from '../../tools/paths';
import type { CommandContext } from './importing';

const START_SECONDS = 120;
const STOP_SECONDS = 10;
const LOG_LINES = 40;

/** A running n8n. */
export interface Server {
	/** Without a slash at the end. */
	url: string;
	/** The last lines of its log. */
	log(): Promise<string>;
}

/** Signals n8n and every process it started: they are a process group of their own. */
function signalGroup(pid: number | undefined, name: NodeJS.Signals): void {
	try {
		if (pid !== undefined) process.kill(-pid, name);
	} catch {
		// It has ended already.
	}
}

const answers = async (url: string): Promise<boolean> => {
	try {
		// The health check answers before the editor's own routes are there.
		const answer = await fetch(`${url}/rest/settings`, { signal: AbortSignal.timeout(5000) });
		return answer.ok && (answer.headers.get('content-type') ?? '').includes('json');
	} catch {
		return false;
	}
};

/**
 * Starts n8n and waits until it answers.
 * @throws Error with the last lines of its log
 */
export async function startServer(context: CommandContext, cleanup: Cleanup): Promise<Server> {
	const { userFolder, env, signal } = context;
	const url = `http://127.0.0.1:${env.N8N_PORT}`;
	const logPath = join(userFolder, 'n8n.log');
	const log = async () =>
		(await readFile(logPath, 'utf8')).trimEnd().split('\n').slice(-LOG_LINES).join('\n');

	signal.throwIfAborted();
	const { execa } = await import('execa');
	const n8n = execa(nodeCommand, [n8nCommand, 'start'], {
		cwd: userFolder,
		env,
		extendEnv: false,
		detached: true,
		stdin: 'ignore',
		all: true,
		buffer: false,
		reject: false,
	});
	n8n.all.pipe(createWriteStream(logPath));
	let hasEnded = false;
	void n8n.then(() => (hasEnded = true));
	process.once('exit', () => signalGroup(n8n.pid, 'SIGKILL'));
	cleanup.add(async () => {
		signalGroup(n8n.pid, 'SIGTERM');
		await Promise.race([n8n, sleep(STOP_SECONDS * 1000, undefined, { ref: false })]);
		signalGroup(n8n.pid, 'SIGKILL');
		await n8n;
	});

	const deadline = Date.now() + START_SECONDS * 1000;
	while (!(await answers(url))) {
		if (hasEnded) throw new Error(`n8n ended while it started.\n${await log()}`);
		if (Date.now() > deadline) {
			throw new Error(`n8n did not start within ${START_SECONDS} s.\n${await log()}`);
		}
		await sleep(250, undefined, { signal });
	}
	return { url, log };
}
