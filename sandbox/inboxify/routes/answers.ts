import { send, type Exchange } from '../../http/exchange';
import type { Refusal } from '../../http/refusal';
import type { InboxifyState } from '../state';

/** Sends JSON. */
export function answer(
	exchange: Exchange,
	status: number,
	body: unknown,
	headers?: Record<string, string>,
): Response {
	return send(exchange, { status, body: JSON.stringify(body), headers });
}

/** Sends a status alone. */
export function answerEmpty(exchange: Exchange, status: number): Response {
	return send(exchange, { status });
}

/** Headers such as x-Total-Count, where the service sends them. */
export function totalsHeaders(
	{ totals }: InboxifyState,
	counts: Record<string, number>,
): Record<string, string> | undefined {
	if (!totals) return undefined;
	return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, `${count}`]));
}

/** The shape of an error is not documented: the sandbox's choice. */
export function inboxifyError({ message }: Refusal): unknown {
	return { message };
}
