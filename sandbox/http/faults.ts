import { cutMidway, deliverWhole, drop, hold, sendBytes, trickle } from './delivery';
import { send, type Answer, type Delivery, type Exchange } from './exchange';
import type { LoggedRequest } from './requestLog';

/**
 * Something that goes wrong on purpose. Without `status`, `body`, `rawBody`, `rawAnswer`, `never`
 * and `drop: 'before'` the service processes the request as usual, and only its answer changes. A
 * request that is not processed doesn't count against a rate limit. Used-up faults are removed.
 */
export interface Fault {
	/** Which requests it hits; absent: all. `path` is matched with the decoded path. */
	match?: { method?: string; path?: RegExp; where?(entry: LoggedRequest): boolean };
	/** How many requests it hits; 1 when absent. */
	times?: number;
	/** How many matching requests pass first; 0 when absent. */
	skip?: number;
	/** Milliseconds before processing, on top of the service's latency. */
	delay?: number;

	/** Of a substitute answer; 200 when absent and there is a `body` or `rawBody`. */
	status?: number;
	/** Sent as JSON. */
	body?: unknown;
	/** Sent as is. */
	rawBody?: string | Buffer;
	/** Whether the service processes the request before a substitute answer or `never`. */
	processed?: boolean;

	/** Added to any answer; they replace headers of the same name. */
	headers?: Record<string, string>;
	/** The media type of any answer. */
	contentType?: string;

	/**
	 * Ends the connection: before the request is processed, after it without an answer, or after the
	 * headers and half of the body.
	 */
	drop?: 'before' | 'after' | 'midway';
	/** Milliseconds between the bytes of the body; after them it sends spaces without end. */
	trickle?: number;
	/** Never answers; the connection stays open until the client goes. */
	never?: boolean;
	/** Bytes instead of the whole answer, headers included; the logged status stays null. */
	rawAnswer?: string | Buffer;
}

/** Counts the requests a fault still skips and hits, without changing the fault. */
export class FaultCounter {
	private readonly left = new WeakMap<Fault, { skip: number; times: number }>();

	/** The first fault that hits this request; a used-up one is removed from the list. */
	take(faults: Fault[], entry: LoggedRequest): Fault | undefined {
		for (let index = 0; index < faults.length; index++) {
			const fault = faults[index];
			if (!matches(fault, entry)) continue;
			const { skip = 0, times = 1 } = fault;
			const left = this.left.get(fault) ?? { skip, times };
			this.left.set(fault, left);
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
}

function matches({ match }: Fault, entry: LoggedRequest): boolean {
	if (!match) return true;
	if (match.method !== undefined && match.method.toUpperCase() !== entry.method) return false;
	if (match.where?.(entry) === false) return false;
	if (!match.path) return true;
	// A pattern with the g or y flag would remember where its last match ended.
	match.path.lastIndex = 0;
	return match.path.test(entry.path);
}

/**
 * Applies a fault to a request.
 * @param contentType the media type of the service's bodies
 * @returns undefined when the service must process the request
 */
export function inflict(
	exchange: Exchange,
	fault: Fault,
	contentType: string | undefined,
): Response | undefined {
	const deliver = deliveryOf(fault);
	const substitute = substituteOf(fault, contentType);
	exchange.deliver = substitute ? (to) => deliver(to, substitute) : deliver;
	exchange.addedHeaders = {
		...exchange.addedHeaders,
		...(fault.contentType === undefined ? {} : { 'Content-Type': fault.contentType }),
		...fault.headers,
	};
	const { drop: dropped, never, rawAnswer, processed = false } = fault;
	const isServed =
		dropped === 'before' || dropped === 'after'
			? dropped === 'after'
			: processed || !(never || rawAnswer !== undefined || substitute);
	return isServed ? undefined : send(exchange, substitute ?? { status: 200 });
}

function deliveryOf(fault: Fault): Delivery {
	if (fault.never) return hold;
	if (fault.rawAnswer !== undefined) return sendBytes(fault.rawAnswer);
	if (fault.drop) return fault.drop === 'midway' ? cutMidway : drop;
	return fault.trickle === undefined ? deliverWhole : trickle(fault.trickle);
}

function substituteOf(fault: Fault, contentType: string | undefined): Answer | undefined {
	const { status, body, rawBody } = fault;
	if (status === undefined && body === undefined && rawBody === undefined) return undefined;
	const json = body === undefined ? undefined : JSON.stringify(body);
	return { status: status ?? 200, body: rawBody ?? json, contentType };
}
