import { cutMidway, deliverWhole, drop, hold, sendBytes, trickle } from './delivery';
import { send, type Answer, type Delivery, type Exchange } from './exchange';
import type { Fault } from './faults';

/**
 * Lets a fault hit a request.
 *
 * @param contentType the media type of the service's bodies
 * @returns undefined when the service is to process the request; whatever it answers then leaves as
 *   the fault wants it
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
	const served = isServed(fault, substitute !== undefined);
	return served ? undefined : send(exchange, substitute ?? { status: 200 });
}

function deliveryOf(fault: Fault): Delivery {
	if (fault.never) return hold;
	if (fault.rawAnswer !== undefined) return sendBytes(fault.rawAnswer);
	if (fault.drop) return fault.drop === 'midway' ? cutMidway : drop;
	return fault.trickle === undefined ? deliverWhole : trickle(fault.trickle);
}

/** The answer that the fault brings in place of the service's. */
function substituteOf(fault: Fault, contentType: string | undefined): Answer | undefined {
	const { status, body, rawBody } = fault;
	if (status === undefined && body === undefined && rawBody === undefined) return undefined;
	const json = body === undefined ? undefined : JSON.stringify(body);
	return { status: status ?? 200, body: rawBody ?? json, contentType };
}

function isServed(
	{ drop: dropped, never, rawAnswer, processed = false }: Fault,
	substituted: boolean,
): boolean {
	if (dropped === 'before' || dropped === 'after') return dropped === 'after';
	return processed || !(never || rawAnswer !== undefined || substituted);
}
