import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface RawRequest {
	method: string;
	path: string;
	head: string;
}

/** Answers with any bytes. @param number of the request, from 1 */
export type Answering = (socket: Socket, request: RawRequest, number: number) => void;

export interface RawServer {
	url: string;
	requests: RawRequest[];
	connections: number;
	answering: Answering;
	/** Called when a connection is made, before any request. */
	onConnection?: (socket: Socket) => void;
	sent(): number;
	reset(): void;
	close(): Promise<void>;
}

/** Starts a server on loopback that answers each whole request as a test says. */
export async function startRawServer(): Promise<RawServer> {
	const sockets = new Set<Socket>();
	let sent = 0;
	const server = createServer((socket) => {
		sockets.add(socket);
		raw.connections++;
		socket.on('error', () => {});
		socket.on('close', () => {
			sent += socket.bytesWritten;
			sockets.delete(socket);
		});
		let received = '';
		socket.on('data', (data) => {
			received += data.toString('latin1');
			for (let end = endOf(received); end > 0; end = endOf(received)) {
				const [head] = received.slice(0, end).split('\r\n\r\n');
				received = received.slice(end);
				const [method, path] = head.split(' ');
				const request = { method, path, head };
				raw.requests.push(request);
				raw.answering(socket, request, raw.requests.length);
			}
		});
		raw.onConnection?.(socket);
	});
	const raw: RawServer = {
		url: '',
		requests: [],
		connections: 0,
		answering: (socket) => socket.destroy(),
		sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, sent),
		reset() {
			for (const socket of sockets) socket.destroy();
			Object.assign(raw, { requests: [], connections: 0, onConnection: undefined });
			sent = 0;
		},
		async close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	raw.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return raw;
}

/** Where the first request ends; 0 until it is complete. */
function endOf(received: string): number {
	const head = received.indexOf('\r\n\r\n');
	if (head < 0) return 0;
	const length = Number(/\r\ncontent-length: *(\d+)/i.exec(received.slice(0, head))?.[1] ?? 0);
	const end = head + 4 + length;
	return received.length >= end ? end : 0;
}

export function answer(
	body: unknown,
	{ status = '200 OK', headers = {} as Record<string, string | number> } = {},
): Buffer {
	const bytes = Buffer.isBuffer(body)
		? body
		: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	const lines = Object.entries({
		'Content-Type': 'application/json',
		'Content-Length': bytes.length,
		Connection: 'close',
		...headers,
	}).map(([name, value]) => `${name}: ${value}\r\n`);
	return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), bytes]);
}
