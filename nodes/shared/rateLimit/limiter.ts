import { sleep } from 'n8n-workflow';

import { FairQueue } from './fairQueue';
import { PauseError } from './PauseError';
import { type RateLimit, Usage } from './usage';

/** The right to send one request. It must be released, once. */
export interface Permit {
	/**
	 * The request has been answered, or its connection has ended.
	 * @param refused set where the service said that it was one too many: milliseconds to pause
	 */
	release(refused?: number): void;
}

/** An execution that sends requests; executions take turns. */
export interface Requester {
	/** Ends its waits. */
	readonly signal?: AbortSignal;
}

interface Waiter {
	/** Longest pause of the service, in milliseconds, that it puts up with. */
	patience: number;
	grant(permit: Permit): void;
	reject(reason: unknown): void;
}

/** The longest time, in milliseconds, that the limiter sleeps on when nobody waits any more. */
const LONGEST_SLEEP = 100;

/**
 * Keeps the rate limit of one API key, for all executions in this process. Executions take turns.
 * Nothing runs while nobody waits.
 */
export class Limiter {
	private readonly usage: Usage;

	private readonly queue = new FairQueue<Requester, Waiter>();

	/** Per requester that waits, what its signal calls. */
	private readonly listeners = new Map<Requester, () => void>();

	private isServing = false;

	/** @param limit undefined where the service documents none */
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

	/**
	 * Waits for the right to send a request.
	 * @param patience longest pause of the service, in milliseconds, to wait for
	 * @throws the reason of the requester's signal once it is aborted; PauseError where the service
	 *   wants to be left alone for longer than that
	 */
	async acquire(requester: Requester, patience = Infinity): Promise<Permit> {
		requester.signal?.throwIfAborted();
		const { pause } = this.usage;
		if (pause > patience) throw new PauseError(pause);
		if (this.queue.isEmpty && this.usage.delay() === 0) return this.allow();
		return await new Promise((grant, reject) => {
			this.listen(requester);
			this.queue.add(requester, { patience, grant, reject });
			void this.serve();
		});
	}

	/** One listener for all that wait: Node.js warns of more than ten. */
	private listen(requester: Requester): void {
		if (!requester.signal || this.listeners.has(requester)) return;
		const onAbort = () => {
			this.listeners.delete(requester);
			for (const { reject } of this.queue.remove(requester)) reject(requester.signal?.reason);
		};
		requester.signal.addEventListener('abort', onAbort, { once: true });
		this.listeners.set(requester, onAbort);
	}

	private unlisten(requester: Requester): void {
		const onAbort = this.listeners.get(requester);
		if (onAbort) requester.signal?.removeEventListener('abort', onAbort);
		this.listeners.delete(requester);
	}

	private allow(): Permit {
		const answer = this.usage.start();
		return {
			release: (refused) => {
				answer(refused);
				if (refused !== undefined) this.rejectImpatient();
				void this.serve();
			},
		};
	}

	/** Ends the waits of those who don't put up with a pause that has begun. */
	private rejectImpatient(): void {
		const { pause } = this.usage;
		for (const { owner, waiter } of this.queue.take(({ patience }) => patience < pause)) {
			if (!this.queue.has(owner)) this.unlisten(owner);
			waiter.reject(new PauseError(pause));
		}
	}

	/** Serves those who wait, and sleeps in between, for as long as there is anyone. */
	private async serve(): Promise<void> {
		if (this.isServing) return;
		this.isServing = true;
		while (!this.queue.isEmpty) {
			const delay = this.usage.delay();
			// Until an answer comes in, there is nothing to sleep for: it calls serve itself.
			if (delay === Infinity) break;
			if (delay === 0) this.grantNext();
			else await sleep(Math.min(delay, LONGEST_SLEEP));
		}
		this.isServing = false;
	}

	private grantNext(): void {
		const { owner, waiter } = this.queue.next();
		if (!this.queue.has(owner)) this.unlisten(owner);
		waiter.grant(this.allow());
	}
}
