import type { LoggedRequest } from './requestLog';

/**
 * Something that goes wrong on purpose. A fault comes before the service: a request that gets
 * `status`, `body` or `rawBody` for an answer changes nothing and does not count against a rate
 * limit. With `delay` or `headers` alone the request is served as usual, later or with these
 * headers added. A used-up fault leaves the list.
 */
export interface Fault {
	/** Which requests it hits; absent: every request. `path` is tried on the decoded path. */
	match?: { method?: string; path?: RegExp };
	/** How many requests it hits; 1 when absent. */
	times?: number;
	/** How many matching requests pass unharmed first; 0 when absent. */
	skip?: number;
	/** 200 when absent and `body` or `rawBody` is there. */
	status?: number;
	headers?: Record<string, string>;
	/** Sent as JSON. */
	body?: unknown;
	/** Sent as it is, also when it is no JSON. */
	rawBody?: string;
	/** Ends the connection without an answer: before the request was processed, or after. */
	drop?: 'before' | 'after';
	/** Milliseconds, on top of the service's latency. */
	delay?: number;
}

interface Left {
	skip: number;
	times: number;
}

/** Counts the requests a fault still skips and hits, without touching the fault itself. */
export class FaultCounter {
	private readonly left = new WeakMap<Fault, Left>();

	/** The first fault in `faults` that hits this request; a used-up one is taken out. */
	take(faults: Fault[], entry: LoggedRequest): Fault | undefined {
		for (let index = 0; index < faults.length; index++) {
			const fault = faults[index];
			if (!matches(fault, entry)) continue;
			const left = this.leftOf(fault);
			if (left.skip > 0) {
				left.skip--;
				continue;
			}
			left.times--;
			if (left.times <= 0) {
				faults.splice(index, 1);
				this.left.delete(fault);
			}
			return fault;
		}
		return undefined;
	}

	private leftOf(fault: Fault): Left {
		let left = this.left.get(fault);
		if (!left) {
			left = { skip: fault.skip ?? 0, times: fault.times ?? 1 };
			this.left.set(fault, left);
		}
		return left;
	}
}

/** Whether the fault brings its own answer instead of the service's. */
export function hasAnswer(fault: Fault): boolean {
	return fault.status !== undefined || fault.body !== undefined || fault.rawBody !== undefined;
}

function matches({ match }: Fault, entry: LoggedRequest): boolean {
	if (!match) return true;
	if (match.method !== undefined && match.method.toUpperCase() !== entry.method) return false;
	if (!match.path) return true;
	// A pattern with the g or y flag would remember where its last match ended.
	match.path.lastIndex = 0;
	return match.path.test(entry.path);
}
