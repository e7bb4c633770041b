import { sleep } from 'n8n-workflow';

import { FairQueue, type LongPause, type Permit, type Requester } from './fairQueue';
import { type RateLimit, Usage } from './usage';

/** The longest sleep in milliseconds, which goes on if the last waiting request is cancelled. */
const MAX_SLEEP = 100;

/**
 * Keeps the rate limit of one API key, for all executions in this process. Executions take turns.
 * Nothing runs while no request waits.
 */
export class Limiter {
	private readonly usage: Usage;

	private readonly queue = new FairQueue();

	private isServing = false;

	/** @param limit undefined if the service documents none */
	constructor(limit?: RateLimit) {
		this.usage = new Usage(limit);
	}

	/** May change at any time. */
	set limit(limit: RateLimit | undefined) {
		this.usage.limit = limit;
	}

	/** Whether there is nothing to remember. */
	get isIdle(): boolean {
		return this.usage.isIdle && this.queue.isEmpty;
	}

	/** How many requests may be sent at once; undefined without a limit. */
	get left(): number | undefined {
		return this.usage.left;
	}

	/**
	 * Waits for the right to send a request.
	 * @param maxPause longest pause of the service, in milliseconds, to wait for
	 * @throws the reason of the requester's signal once it is aborted
	 */
	async acquire(requester: Requester): Promise<Permit>;
	async acquire(requester: Requester, maxPause: number): Promise<Permit | LongPause>;
	async acquire(requester: Requester, maxPause = Infinity): Promise<Permit | LongPause> {
		requester.signal?.throwIfAborted();
		const { pause } = this.usage;
		if (pause > maxPause) return { pause };
		if (this.queue.isEmpty && this.usage.delay() === 0) return this.grant();
		return await new Promise((resolve, reject) => {
			this.queue.add(requester, { maxPause, resolve, reject });
			void this.serve();
		});
	}

	private grant(): Permit {
		const end = this.usage.start();
		return {
			release: (refused) => {
				end(refused);
				const { pause } = this.usage;
				for (const { resolve } of this.queue.takeImpatient(pause)) resolve({ pause });
				void this.serve();
			},
		};
	}

	/** Grants permits for as long as requests wait, and sleeps in between. */
	private async serve(): Promise<void> {
		if (this.isServing) return;
		this.isServing = true;
		while (!this.queue.isEmpty) {
			const delay = this.usage.delay();
			// The end of a request in flight calls this again.
			if (delay === Infinity) break;
			if (delay === 0) this.queue.next().resolve(this.grant());
			else await sleep(Math.min(delay, MAX_SLEEP));
		}
		this.isServing = false;
	}
}
