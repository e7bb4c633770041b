import { send, type Exchange } from '../exchange';

/** Sends JSON. */
export function answer(
	exchange: Exchange,
	status: number,
	body: unknown,
	headers?: Record<string, string>,
): Response {
	return send(exchange, { status, text: JSON.stringify(body), headers });
}

/** Sends a status alone. */
export function answerEmpty(exchange: Exchange, status: number): Response {
	return send(exchange, { status });
}
