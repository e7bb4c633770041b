import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { inspect } from 'node:util';
import { deliverWhole } from './delivery';
import { Refusal, send, type Exchange, type SandboxEnv } from './exchange';
import { FaultCounter, inflict } from './faults';
import { logEntry } from './requestLog';
import type { ServiceState } from './serviceState';

/** How a service is served over HTTP. */
export interface Serving {
	/** Base paths; the first one is in the service's URL. */
	bases: readonly string[];
	routes: Hono<SandboxEnv>;
	errorBody(refusal: Refusal): unknown;
	/** The media type of bodies when a route names none; `application/json` when absent. */
	contentType?: string;
	/** Called when a request arrives, before any fault. */
	arrive?(exchange: Exchange): void;
}

/** Takes each request through log, latency and faults to the routes of its service. */
export class RequestHandler {
	// Inboxify documents paths with and without a slash at the end.
	private readonly app = new Hono<SandboxEnv>({ strict: false });
	private readonly faultCounter = new FaultCounter();
	private readonly timers = new Set<NodeJS.Timeout>();

	constructor(
		private readonly state: ServiceState,
		private readonly serving: Serving,
	) {
		this.app.onError((error, c) => this.refuse(c.env, error));
		this.app.notFound((c) => this.refuse(c.env, new Refusal(404, 'There is nothing here.')));
		this.app.route('/', serving.routes);
	}

	handle(request: Request, bindings: HttpBindings): Response | Promise<Response> {
		const { state, serving } = this;
		const exchange = this.open(bindings);
		serving.arrive?.(exchange);
		const { headers } = bindings.incoming;
		const hasBody = headers['content-length'] !== undefined || 'transfer-encoding' in headers;
		if (hasBody || state.latency > 0 || state.faults.length > 0 || state.onRequest) {
			return this.handleLater(request, exchange, hasBody);
		}
		return this.app.fetch(request, exchange);
	}

	/** Requests that still wait for a delay are never served. */
	stop(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}

	private open({ incoming, outgoing }: HttpBindings): Exchange {
		const { state } = this;
		const entry = logEntry(incoming, this.serving.bases);
		state.requests.push(entry);
		state.inFlight++;
		if (state.inFlight > state.maxInFlight) state.maxInFlight = state.inFlight;
		let over = false;
		const settle = () => {
			if (over) return;
			over = true;
			state.inFlight--;
		};
		outgoing.once('close', settle);
		return { incoming, outgoing, entry, bodyForm: 'none', deliver: deliverWhole, settle };
	}

	private async handleLater(
		request: Request,
		exchange: Exchange,
		hasBody: boolean,
	): Promise<Response> {
		if (hasBody && !(await readBody(request, exchange))) return RESPONSE_ALREADY_SENT;
		const { state, serving } = this;
		try {
			await state.onRequest?.(exchange.entry);
		} catch (error) {
			return this.refuse(exchange, error);
		}
		const fault = this.faultCounter.take(state.faults, exchange.entry);
		const delay = state.latency + (fault?.delay ?? 0);
		if (delay > 0) await this.wait(delay);
		const answered = fault && inflict(exchange, fault, serving.contentType);
		return answered ?? this.app.fetch(request, exchange);
	}

	private refuse(exchange: Exchange, error: unknown): Response {
		const { errorBody, contentType } = this.serving;
		const refusal = error instanceof Refusal ? error : new Refusal(500, inspect(error));
		const { status, headers } = refusal;
		const body = JSON.stringify(errorBody(refusal));
		return send(exchange, { status, headers, contentType, body });
	}

	private async wait(milliseconds: number): Promise<void> {
		await new Promise<void>((resolve) => {
			const timer = setTimeout(() => {
				this.timers.delete(timer);
				resolve();
			}, milliseconds);
			this.timers.add(timer);
		});
	}
}

/** Reads the body into the log entry. @returns false when the client left before its end */
async function readBody(request: Request, exchange: Exchange): Promise<boolean> {
	const text = await request.text().catch(() => undefined);
	if (text === undefined) return false;
	if (text === '') return true;
	try {
		exchange.entry.body = JSON.parse(text);
		exchange.bodyForm = 'json';
	} catch {
		exchange.entry.body = text;
		exchange.bodyForm = 'unparsable';
	}
	return true;
}
