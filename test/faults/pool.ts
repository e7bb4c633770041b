import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

import type { PlanResult } from './report';
import type { Task } from './worker';

/** Milliseconds after which a silent worker is killed, 30 s more than a plan may take. */
const LONGEST = 90_000;

/** Give up when more workers than this end one after another. */
const MOST_ENDED = 3;

/** Processes that run plans one after another. */
export class Pool {
	private readonly workers = new Set<ChildProcess>();

	/** Workers that ended since the last successful plan. */
	private ended = 0;

	constructor(private readonly size: number) {}

	/** Runs tasks in any order. @throws Error when worker after worker ends */
	async run(tasks: Task[], onResult: (result: PlanResult) => void): Promise<void> {
		const left = [...tasks];
		const serve = async () => {
			let worker: ChildProcess | undefined;
			for (let task = left.shift(); task; task = left.shift()) {
				worker ??= this.start();
				const result = await this.carryOut(worker, task);
				onResult(result);
				this.ended = result.isHanging ? this.ended + 1 : 0;
				if (this.ended > MOST_ENDED) throw new Error('Worker after worker ended');
				if (!result.isHanging && worker.connected) continue;
				this.end(worker);
				worker = undefined;
			}
			if (worker) this.end(worker);
		};
		await Promise.all(Array.from({ length: Math.min(this.size, left.length) }, serve));
	}

	close(): void {
		for (const worker of this.workers) this.end(worker);
	}

	private start(): ChildProcess {
		const worker = fork(join(__dirname, 'worker.ts'), {
			// The engine would print every error that a fault provokes.
			env: { ...process.env, N8N_LOG_LEVEL: 'silent' },
			stdio: ['ignore', 2, 2, 'ipc'],
		});
		this.workers.add(worker);
		return worker;
	}

	private end(worker: ChildProcess): void {
		this.workers.delete(worker);
		worker.kill('SIGKILL');
	}

	private async carryOut(worker: ChildProcess, task: Task): Promise<PlanResult> {
		return await new Promise((resolve) => {
			const give = (result: PlanResult) => {
				clearTimeout(timer);
				worker.removeAllListeners();
				resolve(result);
			};
			const fail = (violation: string) =>
				give({ number: task.number, violations: [violation], note: '', isHanging: true });
			const timer = setTimeout(() => fail('keeps its process from doing anything'), LONGEST);
			worker.once('message', (result) => give(result as PlanResult));
			worker.once('exit', (code, signal) => fail(`ended its process (${code ?? signal})`));
			worker.once('error', (error) => fail(`ended its process (${error.message})`));
			worker.send(task);
		});
	}
}
