import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { promisify } from 'node:util';
import { RequestHandler, type Serving } from './handler';
import type { ServiceState } from './serviceState';

export interface RunningService<State extends ServiceState = ServiceState> {
	state: State;
	/** Ends every connection. */
	close(): Promise<void>;
}

export interface Listening {
	/** A free one when absent. */
	port?: number;
	/** For HTTPS. */
	tls?: ServerOptions;
}

const hostname = '127.0.0.1';

/** Serves on 127.0.0.1. @throws Error of node:net when the port is taken */
export async function serve<State extends ServiceState>(
	state: State,
	serving: Serving,
	{ port = 0, tls }: Listening,
): Promise<RunningService<State>> {
	const handler = new RequestHandler(state, serving);
	const server = createAdaptorServer({
		fetch: (request, bindings) => handler.handle(request, bindings as HttpBindings),
		overrideGlobalObjects: false,
		autoCleanupIncoming: false,
		...(tls
			? { createServer: createHttpsServer, serverOptions: tls }
			: { createServer: createHttpServer }),
	}) as Server;
	// Longer than clients keep a connection, so that none is closed under a new request.
	server.keepAliveTimeout = 120_000;
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		state.connections++;
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});

	const address = await listen(server, port);
	state.url = `${tls ? 'https' : 'http'}://${hostname}:${address.port}${serving.bases[0]}`;

	const close = async () => {
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		handler.stop();
		for (const socket of sockets) socket.destroy();
		await closed;
	};
	return { state, close };
}

/** Ports of this process so far. The nodes remember a service's pause by its address. */
const usedPorts = new Set<number>();

/** @param port 0: any that no service of this process has had */
async function listen(server: Server, port: number): Promise<AddressInfo> {
	server.listen(port, hostname);
	await once(server, 'listening');
	const address = server.address() as AddressInfo;
	if (port === 0 && usedPorts.has(address.port)) {
		await promisify(server.close).call(server);
		return await listen(server, port);
	}
	usedPorts.add(address.port);
	return address;
}
