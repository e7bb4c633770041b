import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { readBody } from './body';
import { drop, send, type Exchange, type SandboxEnv } from './exchange';
import { FaultCounter, hasAnswer, type Fault } from './faults';
import { Refusal } from './refusal';
import { logEntry, type LoggedRequest } from './requestLog';

/** What a test sees of every service. */
export interface Service {
	/** The base address, as it goes in a credential; without a slash at its end. */
	url: string;
	/** Every request since the start or the last `clearLog`, in order of arrival. */
	requests: LoggedRequest[];
	/** TCP connections opened since the start or the last `clearLog`. */
	connections: number;
	/** Requests that wait for their answer now. */
	inFlight: number;
	/** The highest `inFlight` since the start or the last `clearLog`. */
	maxInFlight: number;
	/** Faults to come; the first one that matches a request is used. */
	faults: Fault[];
	/** Milliseconds that every answer takes at least. */
	latency: number;
	/** Empties the log and starts the counts anew. */
	clearLog(): void;
}

export interface ServiceSettings {
	/** Milliseconds; 0 when absent. */
	latency?: number;
	/** The port on 127.0.0.1; a free one when absent. */
	port?: number;
}

const hostname = '127.0.0.1';

/** The HTTP side that the three services share: log, latency, faults, start and end. */
export abstract class SandboxService implements Service {
	url = '';
	requests: LoggedRequest[] = [];
	connections = 0;
	inFlight = 0;
	maxInFlight = 0;
	faults: Fault[] = [];
	latency: number;

	// A slash at the end of a path makes no difference: Inboxify documents both.
	protected readonly app = new Hono<SandboxEnv>({ strict: false });

	private readonly port: number;
	private readonly faultCounter = new FaultCounter();
	private readonly sockets = new Set<Socket>();
	private readonly timers = new Set<NodeJS.Timeout>();
	private server: Server | undefined;

	/** @param bases the paths the service is found under; the first one makes its address */
	protected constructor(
		private readonly bases: readonly string[],
		settings: ServiceSettings,
	) {
		this.latency = settings.latency ?? 0;
		this.port = settings.port ?? 0;
		this.app.onError((error, c) => this.refuse(c.env, error));
		this.app.notFound((c) => this.refuse(c.env, new Refusal(404, 'There is nothing here.')));
	}

	/** The service's error body. */
	protected abstract errorBody(refusal: Refusal): unknown;

	/** The media type of bodies that the service itself did not name. */
	protected contentType = 'application/json';

	/** Looks at a request when it arrives, before any fault. */
	protected arrive?(exchange: Exchange): void;

	clearLog(): void {
		this.requests = [];
		this.connections = 0;
		this.maxInFlight = this.inFlight;
	}

	/**
	 * Starts to listen on 127.0.0.1.
	 *
	 * @param tls makes it an HTTPS server
	 */
	async listen(tls?: ServerOptions): Promise<void> {
		const server = createAdaptorServer({
			fetch: (request, bindings) => this.handle(request, bindings as HttpBindings),
			overrideGlobalObjects: false,
			autoCleanupIncoming: false,
			...(tls
				? { createServer: createHttpsServer, serverOptions: tls }
				: { createServer: createHttpServer }),
		}) as Server;
		// Longer than clients keep a connection, so that none is closed under a new request.
		server.keepAliveTimeout = 120_000;
		server.on('connection', (socket: Socket) => {
			this.connections++;
			this.sockets.add(socket);
			socket.once('close', () => this.sockets.delete(socket));
		});
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(this.port, hostname, () => {
				server.off('error', reject);
				resolve();
			});
		});
		const { port } = server.address() as AddressInfo;
		this.server = server;
		this.url = `${tls ? 'https' : 'http'}://${hostname}:${port}${this.bases[0]}`;
	}

	/** Ends every connection, also those that wait or are kept alive. */
	async close(): Promise<void> {
		const { server } = this;
		if (!server) return;
		this.server = undefined;
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		for (const socket of this.sockets) socket.destroy();
		await closed;
	}

	private handle(request: Request, bindings: HttpBindings): Response | Promise<Response> {
		const exchange = this.open(bindings);
		this.arrive?.(exchange);
		const { headers } = bindings.incoming;
		const hasBody = headers['content-length'] !== undefined || 'transfer-encoding' in headers;
		if (hasBody || this.latency > 0 || this.faults.length > 0) {
			return this.handleLater(request, exchange, hasBody);
		}
		return this.app.fetch(request, exchange);
	}

	private open({ incoming, outgoing }: HttpBindings): Exchange {
		const entry = logEntry(incoming, this.bases);
		this.requests.push(entry);
		this.inFlight++;
		if (this.inFlight > this.maxInFlight) this.maxInFlight = this.inFlight;
		let over = false;
		const settle = () => {
			if (over) return;
			over = true;
			this.inFlight--;
		};
		outgoing.once('close', settle);
		return { incoming, outgoing, entry, bodyForm: 'none', dropAnswer: false, settle };
	}

	private async handleLater(
		request: Request,
		exchange: Exchange,
		hasBody: boolean,
	): Promise<Response> {
		if (hasBody && !(await readBody(request, exchange))) return RESPONSE_ALREADY_SENT;
		const fault = this.faultCounter.take(this.faults, exchange.entry);
		const delay = this.latency + (fault?.delay ?? 0);
		if (delay > 0) await this.wait(delay);
		return (fault && this.fail(exchange, fault)) ?? this.app.fetch(request, exchange);
	}

	/** The answer that the fault brings, or undefined when the service is to answer. */
	private fail(exchange: Exchange, fault: Fault): Response | undefined {
		if (fault.drop === 'before') return drop(exchange);
		if (fault.drop === 'after') {
			exchange.dropAnswer = true;
			return undefined;
		}
		exchange.addedHeaders = { ...exchange.addedHeaders, ...fault.headers };
		if (!hasAnswer(fault)) return undefined;
		return send(exchange, {
			status: fault.status ?? 200,
			text: fault.rawBody ?? (fault.body === undefined ? undefined : JSON.stringify(fault.body)),
			contentType: this.contentType,
		});
	}

	private refuse(exchange: Exchange, error: Error): Response {
		const refusal = error instanceof Refusal ? error : new Refusal(500, String(error.stack));
		return send(exchange, {
			status: refusal.status,
			text: JSON.stringify(this.errorBody(refusal)),
			contentType: this.contentType,
			headers: refusal.headers,
		});
	}

	private wait(milliseconds: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(() => {
				this.timers.delete(timer);
				resolve();
			}, milliseconds);
			this.timers.add(timer);
		});
	}
}
