import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { LoggedRequest } from './requestLog';

/** One request and the answer to come; Hono passes it to every handler as `c.env`. */
export interface Exchange extends HttpBindings {
	entry: LoggedRequest;
	bodyForm: 'none' | 'json' | 'unparsable';
	/** Added to any answer; they replace those of the same name. */
	addedHeaders?: Record<string, string>;
	deliver: Delivery;
	/** Why the request is refused, when the service saw that on arrival. */
	refusal?: string;
	/** Takes the exchange out of the requests in flight. */
	settle(): void;
}

export type SandboxEnv = { Bindings: Exchange };
export type SandboxContext = Context<SandboxEnv>;

export interface Answer {
	status: number;
	/** Without it the answer has no body. */
	body?: string | Buffer;
	/** `application/json` when absent. */
	contentType?: string;
	headers?: Record<string, string>;
}

/** Sends an answer, or fails to on purpose. */
export type Delivery = (exchange: Exchange, answer: Answer) => void;

/** An answer other than success; a handler throws it and the service gives it its own shape. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
		/** The service's own error code, where it doesn't follow from the status. */
		readonly code?: string,
		readonly headers?: Record<string, string>,
	) {
		super(message);
	}
}

/**
 * Answers straight to the socket. Node's own Response would cost a stream per answer, and Hono's
 * light one replaces the global Request and Response of the process under test.
 */
export function send(exchange: Exchange, answer: Answer): Response {
	const { outgoing } = exchange;
	if (!outgoing.destroyed && !outgoing.headersSent) exchange.deliver(exchange, answer);
	return RESPONSE_ALREADY_SENT;
}
