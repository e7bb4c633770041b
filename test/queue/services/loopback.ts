import { connect } from 'node:net';

export const host = '127.0.0.1';

export const canConnect = async (port: number): Promise<boolean> =>
	await new Promise((resolve) => {
		const socket = connect({ host, port }, () => {
			resolve(true);
			socket.destroy();
		});
		socket.once('error', () => resolve(false));
	});
