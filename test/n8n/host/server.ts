import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cleanup } from '../tools/cleanup';
import { lastLines } from '../tools/lastLines';
import { n8nCommand, nodeCommand } from '../tools/paths';
import type { CommandContext } from './importing';

const START_SECONDS = 120;
const STOP_SECONDS = 10;

/** A running n8n. */
export interface Server {
	/** Without a slash at the end. */
	url: string;
	/** The last lines of its log. */
	log(): Promise<string>;
}

/** Signals n8n and every process it started: they are a process group of their own. */
function signalGroup({ pid }: ChildProcess, name: NodeJS.Signals): void {
	try {
		if (pid !== undefined) process.kill(-pid, name);
	} catch {
		// It has ended already.
	}
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
	signalGroup(child, 'SIGTERM');
	await Promise.race([ended, sleep(STOP_SECONDS * 1000, undefined, { ref: false })]);
	signalGroup(child, 'SIGKILL');
	await ended;
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
	const { userFolder, env } = context;
	const url = `http://127.0.0.1:${env.N8N_PORT}`;
	const logPath = join(userFolder, 'n8n.log');
	const log = async () => lastLines(await readFile(logPath, 'utf8'));

	context.signal.throwIfAborted();
	const child = spawn(nodeCommand, [n8nCommand, 'start'], {
		cwd: userFolder,
		env,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const file = createWriteStream(logPath);
	child.stdout.pipe(file, { end: false });
	child.stderr.pipe(file, { end: false });
	let hasEnded = false;
	const ended = new Promise<void>((resolve) => {
		child.once('close', resolve);
		child.once('error', () => resolve());
	}).then(() => (hasEnded = true));
	cleanup.add(async () => await stop(child, ended));
	process.once('exit', () => signalGroup(child, 'SIGKILL'));

	const deadline = Date.now() + START_SECONDS * 1000;
	while (!(await answers(url))) {
		if (hasEnded) throw new Error(`n8n ended while it started.\n${await log()}`);
		if (Date.now() > deadline) {
			throw new Error(`n8n did not start within ${START_SECONDS} s.\n${await log()}`);
		}
		await sleep(250, undefined, { signal: context.signal });
	}
	return { url, log };
}
