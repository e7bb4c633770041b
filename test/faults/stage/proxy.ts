import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export type Treatment = 'pass' | 'resetBefore' | 'resetAfter';

const HOST = '127.0.0.1';

/** A TCP proxy that breaks connections. */
export class Proxy {
	/** How to treat a connection, by its number from 0. */
	treat: (number: number) => Treatment = () => 'pass';

	/** Accepted connections. */
	connections = 0;
	private readonly sockets = new Set<Socket>();
	private server?: Server;
	private port = 0;

	constructor(private readonly target: number) {}

	addressOf(address: string): string {
		const url = new URL(address);
		url.port = String(this.port);
		return url.href;
	}

	async accept(): Promise<void> {
		if (this.server) return;
		const server = createServer((socket) => this.handle(socket));
		this.server = server;
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(this.port, HOST, resolve);
		});
		this.port = (server.address() as AddressInfo).port;
	}

	refuse(): void {
		this.server?.close();
		this.server = undefined;
	}

	close(): void {
		this.refuse();
		for (const socket of this.sockets) socket.destroy();
	}

	private handle(client: Socket): void {
		const treatment = this.treat(this.connections++);
		const service = connect(this.target, HOST);
		for (const socket of [client, service]) {
			this.sockets.add(socket);
			socket.on('error', () => {});
			socket.once('close', () => {
				this.sockets.delete(socket);
				client.destroy();
				service.destroy();
			});
		}
		const reset = () => void client.resetAndDestroy();
		if (treatment === 'resetBefore') {
			client.once('data', reset);
			return;
		}
		client.pipe(service);
		if (treatment === 'resetAfter') service.once('data', reset);
		else service.pipe(client);
	}
}
