/** The right to send one request. It must be released, once. */
export interface Permit {
	/**
	 * The request was answered, or its connection has ended.
	 * @param refused milliseconds to pause, if the service refused it as one too many
	 */
	release(refused?: number): void;
}

/** The service is in a pause that is longer than the request may wait. */
export interface LongPause {
	/** Milliseconds from now. */
	pause: number;
}

/** An execution that sends requests. */
export interface Requester {
	/** Ends its waits. */
	readonly signal?: AbortSignal;
}

export interface Waiter {
	/** Longest pause, in milliseconds, that it waits for. */
	maxPause: number;
	resolve(turn: Permit | LongPause): void;
	reject(reason: unknown): void;
}

/** The requests of one execution that wait. */
interface Line {
	waiters: Waiter[];
	onAbort(): void;
}

/** Requests that wait, in the order in which they came; executions take turns. */
export class FairQueue {
	/** One for each execution that waits; the first one is next. */
	private readonly lines = new Map<Requester, Line>();

	get isEmpty(): boolean {
		return this.lines.size === 0;
	}

	/** Adds a request, which is rejected once the signal of its execution is aborted. */
	add(requester: Requester, waiter: Waiter): void {
		const known = this.lines.get(requester);
		if (known) return void known.waiters.push(waiter);
		const { signal } = requester;
		const onAbort = () => {
			this.lines.delete(requester);
			for (const { reject } of line.waiters) reject(signal?.reason);
		};
		const line: Line = { waiters: [waiter], onAbort };
		// One listener for all requests of an execution: Node.js warns of more than ten.
		signal?.addEventListener('abort', onAbort, { once: true });
		this.lines.set(requester, line);
	}

	/** Removes the request whose turn it is; there must be one. */
	next(): Waiter {
		const [[requester, line]] = this.lines;
		const waiter = line.waiters.shift()!;
		// To the end of the map.
		this.lines.delete(requester);
		this.lines.set(requester, line);
		this.dropEmpty();
		return waiter;
	}

	/** Removes the requests that don't wait for a pause as long as this. */
	takeImpatient(pause: number): Waiter[] {
		const isImpatient = ({ maxPause }: Waiter): boolean => maxPause < pause;
		const taken = [...this.lines.values()].flatMap(({ waiters }) => waiters.filter(isImpatient));
		for (const line of this.lines.values()) {
			line.waiters = line.waiters.filter((waiter) => !isImpatient(waiter));
		}
		this.dropEmpty();
		return taken;
	}

	private dropEmpty(): void {
		for (const [requester, { waiters, onAbort }] of this.lines) {
			if (waiters.length > 0) continue;
			requester.signal?.removeEventListener('abort', onAbort);
			this.lines.delete(requester);
		}
	}
}
