import type { Answer, Delivery, Exchange } from './exchange';

export function deliverWhole(exchange: Exchange, answer: Answer): void {
	const { incoming, outgoing, entry } = exchange;
	entry.status = answer.status;
	outgoing.writeHead(answer.status, headersOf(exchange, answer));
	outgoing.end(incoming.method === 'HEAD' ? undefined : answer.body);
	exchange.settle();
}

/** Ends the connection without an answer; the logged status stays null. */
export function drop(exchange: Exchange): void {
	exchange.incoming.socket.destroy();
	exchange.settle();
}

/** Ends the connection after half of the body; without a body, before the answer. */
export function cutMidway(exchange: Exchange, answer: Answer): void {
	if (answer.body === undefined) return drop(exchange);
	const { incoming, outgoing, entry } = exchange;
	const bytes = Buffer.from(answer.body);
	entry.status = answer.status;
	outgoing.writeHead(answer.status, headersOf(exchange, answer));
	outgoing.write(bytes.subarray(0, bytes.length / 2), () => incoming.socket.destroy());
}

/** Sends bytes instead of an answer, and ends the connection. */
export function sendBytes(bytes: string | Buffer): Delivery {
	return ({ incoming, settle }) => {
		incoming.socket.end(bytes);
		settle();
	};
}

/** Never answers, and keeps the connection open. */
export function hold(): void {}

/** Sends a byte at a time, and spaces after the last one; without a body, nothing. */
export function trickle(milliseconds: number): Delivery {
	return (exchange, answer) => {
		if (answer.body === undefined) return hold();
		const { outgoing, entry } = exchange;
		const bytes = Buffer.from(answer.body);
		const headers = headersOf(exchange, answer);
		// Without a length the body has no end before the last chunk, which is never sent.
		delete headers['Content-Length'];
		entry.status = answer.status;
		outgoing.writeHead(answer.status, headers);
		outgoing.flushHeaders();

		let sent = 0;
		const timer = setInterval(() => {
			outgoing.write(sent < bytes.length ? bytes.subarray(sent, sent + 1) : ' ');
			sent++;
		}, milliseconds);
		outgoing.once('close', () => clearInterval(timer));
	};
}

function headersOf(
	{ addedHeaders = {} }: Exchange,
	{ body, contentType, headers }: Answer,
): Record<string, string | number> {
	const all: Record<string, string | number> = { ...headers };
	if (body !== undefined) {
		all['Content-Type'] = contentType ?? 'application/json';
		all['Content-Length'] = Buffer.byteLength(body);
	}
	const replaced = Object.keys(addedHeaders).map((name) => name.toLowerCase());
	const kept = Object.entries(all).filter(([name]) => !replaced.includes(name.toLowerCase()));
	return { ...Object.fromEntries(kept), ...addedHeaders };
}
