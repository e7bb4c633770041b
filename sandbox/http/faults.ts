import type { LoggedRequest } from './requestLog';

/**
 * Something that goes wrong on purpose. Without `status`, `body`, `rawBody`, `rawAnswer`, `never`
 * and `drop: 'before'` the service processes the request as usual and only its answer comes to
 * harm. What is not processed changes nothing and does not count against a rate limit. A used-up fault
 * leaves the list.
 */
export interface Fault {
	/** Which requests it hits; absent: every request. `path` is tried on the decoded path. */
	match?: { method?: string; path?: RegExp };
	/** How many requests it hits; 1 when absent. */
	times?: number;
	/** How many matching requests pass unharmed first; 0 when absent. */
	skip?: number;
	/** Milliseconds before the request is looked at, on top of the service's latency. */
	delay?: number;

	/** Of an answer in place of the service's; 200 when absent and `body` or `rawBody` is there. */
	status?: number;
	/** The body of that answer, sent as JSON. */
	body?: unknown;
	/** The body of that answer, sent as it is: text that need be no JSON, or any bytes. */
	rawBody?: string | Buffer;
	/**
	 * Whether the service processes the request before the answer in its place is sent, or before
	 * none is (`never`). False when absent.
	 */
	processed?: boolean;

	/** Added to the answer, whosever it is; they replace its headers of the same name. */
	headers?: Record<string, string>;
	/** The media type that the answer says it has; the service's own when absent. */
	contentType?: string;

	/**
	 * Ends the connection: before the request was processed; after, without an answer; or midway,
	 * when the head of the answer and half of its body are sent. Of an answer without a body nothing
	 * is sent.
	 */
	drop?: 'before' | 'after' | 'midway';
	/**
	 * Milliseconds between the bytes of the body, which are sent one by one, and after them spaces
	 * without end until the client goes. An answer without a body never comes.
	 */
	trickle?: number;
	/** No answer ever; the connection stays open until the client goes. */
	never?: boolean;
	/**
	 * What goes over the connection in place of the answer, head and all, before it ends: an answer
	 * that is no HTTP, or HTTP gone wrong. The logged status stays null.
	 */
	rawAnswer?: string | Buffer;
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

function matches({ match }: Fault, entry: LoggedRequest): boolean {
	if (!match) return true;
	if (match.method !== undefined && match.method.toUpperCase() !== entry.method) return false;
	if (!match.path) return true;
	// A pattern with the g or y flag would remember where its last match ended.
	match.path.lastIndex = 0;
	return match.path.test(entry.path);
}
