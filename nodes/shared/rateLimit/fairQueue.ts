/** An execution that sends requests. */
export interface Requester {
	/** Ends its waits. */
	readonly signal?: AbortSignal;
}

/** A request that waits. */
export interface Waiter {
	reject(reason: unknown): void;
}

interface Line<W> {
	waiters: W[];
	unlisten(): void;
}

/** Requests that wait, in the order in which they came; executions take turns. */
export class FairQueue<W extends Waiter> {
	/** One for each execution that waits; the first one is next. */
	private readonly lines = new Map<Requester, Line<W>>();

	get isEmpty(): boolean {
		return this.lines.size === 0;
	}

	/** Adds a request, which is rejected once the signal of its execution is aborted. */
	add(requester: Requester, waiter: W): void {
		const line = this.lines.get(requester) ?? this.open(requester);
		line.waiters.push(waiter);
	}

	/** Removes the request whose turn it is; there must be one. */
	next(): W {
		const [[requester, line]] = this.lines;
		const waiter = line.waiters.shift()!;
		this.lines.delete(requester);
		if (line.waiters.length > 0) this.lines.set(requester, line);
		else line.unlisten();
		return waiter;
	}

	/** Removes the requests for which a condition holds. */
	take(condition: (waiter: W) => boolean): W[] {
		return [...this.lines].flatMap(([requester, line]) => {
			const taken = line.waiters.filter(condition);
			line.waiters = line.waiters.filter((waiter) => !condition(waiter));
			if (line.waiters.length === 0) this.close(requester, line);
			return taken;
		});
	}

	/** One listener for all requests of an execution: Node.js warns of more than ten. */
	private open(requester: Requester): Line<W> {
		const { signal } = requester;
		const onAbort = () => {
			this.close(requester, line);
			for (const waiter of line.waiters) waiter.reject(signal?.reason);
		};
		const line: Line<W> = {
			waiters: [],
			unlisten: () => signal?.removeEventListener('abort', onAbort),
		};
		signal?.addEventListener('abort', onAbort, { once: true });
		this.lines.set(requester, line);
		return line;
	}

	private close(requester: Requester, line: Line<W>): void {
		this.lines.delete(requester);
		line.unlisten();
	}
}
