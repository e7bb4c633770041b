import { sleep } from 'n8n-workflow';

/** How fast a service may be called with one key. */
export interface RateLimit {
	/** Requests within any window. */
	requests: number;
	/** Length of the window in milliseconds. */
	window: number;
}

/** The right to send one request. It must be given back, once. */
export interface Permit {
	/**
	 * The request has been answered, or its connection has ended.
	 * @param refused set where the service said that it was one too many: milliseconds to pause
	 */
	giveBack(refused?: number): void;
}

/** Those of one execution who wait. */
interface Queue {
	/** Each is given its permit, or nothing when it was cancelled. */
	waiting: Array<(permit: Permit | undefined) => void>;
	/** Takes the queue away, once nobody waits in it. */
	close(): void;
}

/** The longest time, in milliseconds, that the limiter sleeps on when nobody waits any more. */
const LONGEST_SLEEP = 100;

/** Milliseconds of the first pause at the least; each further one is twice as long. */
const FIRST_PAUSE = 1_000;

/** What is known of others who use the same key, for a window after their last sign. */
interface Trouble {
	/** When this no longer matters. */
	until: number;
	/** Requests that the service took from us in the window before: that many it has room for. */
	room: number;
	/** How often it was refused to go on, requests refused side by side counted once. */
	refusals: number;
	/** When the last of those pauses began. */
	since: number;
}

/**
 * Keeps the rate limit of one API key, for all executions in this process.
 *
 * A request counts from the moment it is allowed until a window after it was answered: the service
 * can have counted it at any moment up to then, so a run never meets a refusal of its own making.
 *
 * A refusal comes from others who use the same key, such as another program. It pauses everyone for
 * as long as the service asks, and longer each time it happens again. For a window from then on,
 * what goes beyond the number that the service had taken from us goes one by one, so that no
 * request is refused so often that it has to be given up.
 *
 * Executions take turns. Nothing runs while nobody waits.
 */
export class Limiter {
	/** Requests that are not answered yet. */
	private underWay = 0;

	/** When requests that were not refused were answered, oldest first, as far as they count. */
	private answered: number[] = [];

	private pausedUntil = 0;

	private trouble?: Trouble;

	/** Those who wait, per execution. The first one's turn is next. */
	private readonly queues = new Map<object, Queue>();

	private serving = false;

	/** @param limit asked anew each time; undefined where the service documents none */
	constructor(private readonly limit: () => RateLimit | undefined) {}

	/** Whether there is nothing to remember. */
	get isIdle(): boolean {
		const now = Date.now();
		this.forget(now);
		const known = this.answered.length > 0 || this.trouble !== undefined || this.pausedUntil > now;
		return !known && this.underWay === 0 && this.queues.size === 0;
	}

	/**
	 * Waits for the right to send a request.
	 * @param execution whose turn it is; executions are served in turns
	 * @returns undefined when it was cancelled meanwhile
	 */
	async acquire(execution: object, signal?: AbortSignal): Promise<Permit | undefined> {
		if (signal?.aborted) return undefined;
		if (this.queues.size === 0 && this.delay(Date.now()) === 0) return this.allow();
		return await new Promise((grant) => {
			const queue = this.queues.get(execution) ?? this.open(execution, signal);
			queue.waiting.push(grant);
			void this.serve();
		});
	}

	/** Makes the queue of an execution; when it is aborted, nobody in it waits any more. */
	private open(execution: object, signal?: AbortSignal): Queue {
		const abort = () => {
			this.queues.delete(execution);
			for (const grant of queue.waiting) grant(undefined);
		};
		const queue: Queue = {
			waiting: [],
			close: () => {
				this.queues.delete(execution);
				signal?.removeEventListener('abort', abort);
			},
		};
		// One listener for all that wait: Node.js warns of more than ten.
		signal?.addEventListener('abort', abort, { once: true });
		this.queues.set(execution, queue);
		return queue;
	}

	private allow(): Permit {
		const allowed = Date.now();
		this.underWay++;
		return {
			giveBack: (refused) => {
				this.underWay--;
				if (refused === undefined) this.answered.push(Date.now());
				else this.pause(allowed, refused);
				void this.serve();
			},
		};
	}

	/** @param allowed when the request that was refused had been allowed */
	private pause(allowed: number, milliseconds: number): void {
		const now = Date.now();
		this.forget(now);
		const before = this.trouble;
		const isSame = before !== undefined && allowed < before.since;
		const refusals = (before?.refusals ?? 0) + (isSame ? 0 : 1);
		this.trouble = {
			until: now + this.window,
			room: this.answered.length,
			refusals,
			since: isSame ? before.since : now,
		};
		const patience = Math.min(FIRST_PAUSE * 2 ** (refusals - 1), this.window);
		this.pausedUntil = Math.max(this.pausedUntil, now + Math.max(milliseconds, patience));
	}

	/** Where no limit is documented, a refusal is remembered for as long as Corlega would. */
	private get window(): number {
		return this.limit()?.window ?? 60_000;
	}

	/** Forgets what no longer counts. */
	private forget(now: number): void {
		let gone = 0;
		while (gone < this.answered.length && this.answered[gone] + this.window <= now) gone++;
		if (gone > 0) this.answered.splice(0, gone);
		if (this.trouble && this.trouble.until <= now) this.trouble = undefined;
	}

	/** Milliseconds until a request may be sent; Infinity: not before one under way is answered. */
	private delay(now: number): number {
		this.forget(now);
		if (this.pausedUntil > now) return this.pausedUntil - now;
		const counting = this.underWay + this.answered.length;
		if (this.trouble && counting >= this.trouble.room && this.underWay > 0) return Infinity;
		const limit = this.limit();
		if (!limit || counting < limit.requests) return 0;
		const next = this.answered[counting - limit.requests];
		return next === undefined ? Infinity : next + limit.window - now;
	}

	/** Serves those who wait, and sleeps in between, for as long as there is anyone. */
	private async serve(): Promise<void> {
		if (this.serving) return;
		this.serving = true;
		while (this.queues.size > 0) {
			const delay = this.delay(Date.now());
			// Until an answer comes in, there is nothing to sleep for: it calls serve itself.
			if (delay === Infinity) break;
			if (delay === 0) this.grantNext();
			else await sleep(Math.min(delay, LONGEST_SLEEP));
		}
		this.serving = false;
	}

	/** Grants the first one of the execution whose turn it is, and lets the next execution come. */
	private grantNext(): void {
		const [[execution, queue]] = this.queues;
		const grant = queue.waiting.shift()!;
		if (queue.waiting.length === 0) queue.close();
		else {
			this.queues.delete(execution);
			this.queues.set(execution, queue);
		}
		grant(this.allow());
	}
}
