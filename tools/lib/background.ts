import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cleanup } from './cleanup';

const START_SECONDS = 120;
const STOP_SECONDS = 10;
const LOG_LINES = 40;

/** A program that keeps running. */
export interface Program {
	name: string;
	file: string;
	args: string[];
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** Its output is appended. */
	logPath: string;
	/** The current user when absent. */
	user?: { uid: number; gid: number };
	/** SIGTERM when absent. */
	endsBy?: NodeJS.Signals;
	isReady(): Promise<boolean>;
}

/** A running program, which can be killed. */
export class BackgroundProcess {
	private hasEnded = false;
	private readonly ended: Promise<unknown>;

	private constructor(
		private readonly child: ChildProcess,
		private readonly logPath: string,
	) {
		this.ended = new Promise((resolve) => {
			child.once('exit', resolve);
			child.once('error', resolve);
		}).then(() => (this.hasEnded = true));
		process.once('exit', () => this.signal('SIGKILL'));
	}

	/** Starts a program and waits until it is ready. @throws Error with the end of its log */
	static async start(program: Program, cleanup: Cleanup): Promise<BackgroundProcess> {
		const { name, file, args, cwd, env, logPath, user, endsBy = 'SIGTERM' } = program;
		cleanup.signal.throwIfAborted();
		const log = openSync(logPath, 'a');
		// A process group of its own, with the processes that it starts.
		const settings = { cwd, env, ...user, detached: true };
		const child = spawn(file, args, { ...settings, stdio: ['ignore', log, log] });
		closeSync(log);
		const started = new BackgroundProcess(child, logPath);
		cleanup.add(async () => {
			started.signal(endsBy);
			await Promise.race([started.ended, sleep(STOP_SECONDS * 1000, undefined, { ref: false })]);
			await started.end('SIGKILL');
		});

		const deadline = Date.now() + START_SECONDS * 1000;
		while (!(await program.isReady())) {
			const isLate = Date.now() > deadline;
			if (started.hasEnded || isLate) {
				const what = isLate ? `did not start within ${START_SECONDS} s` : 'ended while it started';
				throw new Error(`${name} ${what}.\n${await started.log()}`);
			}
			await sleep(250, undefined, { signal: cleanup.signal });
		}
		return started;
	}

	async log(): Promise<string> {
		const lines = (await readFile(this.logPath, 'utf8')).trimEnd().split('\n');
		return lines.slice(-LOG_LINES).join('\n');
	}

	/** Sends a signal to the whole process group. */
	signal(name: NodeJS.Signals): void {
		try {
			if (this.child.pid !== undefined) process.kill(-this.child.pid, name);
		} catch {
			// It has ended already.
		}
	}

	/** Sends a signal to the process group, and waits until the program has ended. */
	async end(name: NodeJS.Signals): Promise<void> {
		this.signal(name);
		await this.ended;
	}
}
