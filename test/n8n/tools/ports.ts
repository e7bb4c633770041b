import { createServer, type AddressInfo } from 'node:net';

/** Opens a port on 127.0.0.1 and closes it again; undefined where it is taken. */
async function tryPort(port: number): Promise<number | undefined> {
	const server = createServer();
	return await new Promise((resolve) => {
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => {
			const { port: opened } = server.address() as AddressInfo;
			server.close(() => resolve(opened));
		});
	});
}

/** A free port on 127.0.0.1: the preferred one if it is free. */
export async function freePort(preferred = 0): Promise<number> {
	const port = (await tryPort(preferred)) ?? (await tryPort(0));
	if (port === undefined) throw new Error('There is no free port on 127.0.0.1');
	return port;
}
