import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { sharedWorld } from '../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

const READS = { corlega: 'apiKey.get', inboxify: 'list.getAll', cor: 'register.getLastChange' };

const services = Object.keys(READS) as Array<keyof typeof READS>;

describe('through the proxy that n8n is set to', () => {
	let proxy: Server;
	let passed: string[];
	/** A server that closes waits for these. */
	const tunnels = new Set<Duplex>();
	const variables = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
	const before = variables.map((name) => [name, process.env[name]] as const);

	beforeAll(async () => {
		proxy = createServer((incoming, answer) => {
			passed.push(`${incoming.method} ${incoming.url}`);
			const { method, headers } = incoming;
			const onward = request(incoming.url!, { method, headers }, (answered) => {
				answer.writeHead(answered.statusCode!, answered.headers);
				answered.pipe(answer);
			});
			incoming.pipe(onward);
		});
		proxy.on('connect', ({ url }, socket) => {
			passed.push(`CONNECT ${url}`);
			tunnels.add(socket);
			const [host, port] = url!.split(':');
			const server = connect(Number(port), host, () => {
				socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
				server.pipe(socket).pipe(server);
			});
			for (const end of [server, socket]) end.on('error', () => socket.destroy());
		});
		await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
		const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
		Object.assign(process.env, { HTTP_PROXY: address, HTTPS_PROXY: address, NO_PROXY: '' });
	});

	beforeEach(() => {
		passed = [];
	});

	afterAll(async () => {
		for (const [name, value] of before) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
		for (const tunnel of tunnels) tunnel.destroy();
		proxy.closeAllConnections();
		await new Promise((resolve) => proxy.close(resolve));
	});

	test.each(services)('%s is reached, with its credential', async (service) => {
		const { error, json } = await world.run(service, READS[service]);

		expect(error).toBeUndefined();
		expect(json.length).toBeGreaterThan(0);
		const { host } = new URL(world.sandbox[service].url);
		expect(passed).toEqual([expect.stringContaining(host)]);
	});

	test.each(services)('%s is asked directly where NO_PROXY says so', async (service) => {
		process.env.NO_PROXY = '127.0.0.1';
		const { error } = await world.run(service, READS[service]);
		process.env.NO_PROXY = '';

		expect(error).toBeUndefined();
		expect(passed).toEqual([]);
	});
});
