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
	/** How the answer leaves. */
	deliver: Delivery;
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
	body?: string | Buffer;
	/** Of the body; `application/json` when absent. */
	contentType?: string;
	headers?: Record<string, string>;
}

/** Brings an answer to the sender, or does not. */
export type Delivery = (exchange: Exchange, answer: Answer) => void;

/**
 * Answers straight to the socket. Node's own Response would cost a stream per answer, and Hono's
 * light one replaces the global Request and Response of the process under test.
 */
export function send(exchange: Exchange, answer: Answer): Response {
	const { outgoing } = exchange;
	if (!outgoing.destroyed && !outgoing.headersSent) exchange.deliver(exchange, answer);
	return RESPONSE_ALREADY_SENT;
}
