import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { LoggedRequest } from './requestLog';

/** One request and the answer to come; Hono hands it to every handler as `c.env`. */
export interface Exchange extends HttpBindings {
	entry: LoggedRequest;
	/** How the body read: there was none, it was JSON, or JSON.parse refused it. */
	bodyForm: 'none' | 'json' | 'unparsable';
	/** Headers that the answer gets whatever it is; they replace those of the same name. */
	addedHeaders?: Record<string, string>;
	/** The connection ends in place of the answer. */
	dropAnswer: boolean;
	/** Why the sender is turned away, when the service saw that on arrival. */
	refusal?: string;
	/** Marks the exchange as over for the count of requests in flight. */
	settle(): void;
}

export type SandboxEnv = { Bindings: Exchange };
export type SandboxContext = Context<SandboxEnv>;

export interface Answer {
	status: number;
	/** Without it the answer has no body. */
	text?: string;
	contentType?: string;
	headers?: Record<string, string>;
}

/**
 * Sends the answer straight to the socket. Node's own Response would cost a stream per answer,
 * and Hono's light one replaces the global Request and Response of the process under test.
 */
export function send(exchange: Exchange, answer: Answer): Response {
	const { incoming, outgoing, entry } = exchange;
	if (exchange.dropAnswer) return drop(exchange);
	if (outgoing.destroyed || outgoing.headersSent) return RESPONSE_ALREADY_SENT;

	const headers: Record<string, string | number> = { ...answer.headers };
	if (answer.text !== undefined) {
		headers['Content-Type'] = answer.contentType ?? 'application/json';
		headers['Content-Length'] = Buffer.byteLength(answer.text);
	}
	if (exchange.addedHeaders) replaceHeaders(headers, exchange.addedHeaders);

	entry.status = answer.status;
	outgoing.writeHead(answer.status, headers);
	outgoing.end(incoming.method === 'HEAD' ? undefined : answer.text);
	exchange.settle();
	return RESPONSE_ALREADY_SENT;
}

/** Ends the connection without an answer; the logged status stays null. */
export function drop(exchange: Exchange): Response {
	exchange.incoming.socket.destroy();
	exchange.settle();
	return RESPONSE_ALREADY_SENT;
}

function replaceHeaders(
	headers: Record<string, string | number>,
	replacements: Record<string, string>,
): void {
	for (const [name, value] of Object.entries(replacements)) {
		const lower = name.toLowerCase();
		for (const present of Object.keys(headers)) {
			if (present.toLowerCase() === lower) delete headers[present];
		}
		headers[name] = value;
	}
}
