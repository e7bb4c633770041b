import getPort from 'get-port';
import { join } from 'node:path';
import { BackgroundProcess } from '../../../tools/lib/background';
import type { Cleanup } from '../../../tools/lib/cleanup';
import { canConnect, host } from './loopback';

/** Starts Redis without storage. @returns n8n's settings */
export async function startRedis(
	redisServer: string,
	folder: string,
	cleanup: Cleanup,
): Promise<NodeJS.ProcessEnv> {
	const port = await getPort({ host });
	const place = ['--bind', host, '--port', String(port), '--dir', folder];
	const program = {
		name: 'Redis',
		file: redisServer,
		args: [...place, '--save', '', '--appendonly', 'no'],
		cwd: folder,
		env: {},
		logPath: join(folder, 'redis.log'),
		isReady: async () => await canConnect(port),
	};
	await BackgroundProcess.start(program, cleanup);
	return { QUEUE_BULL_REDIS_HOST: host, QUEUE_BULL_REDIS_PORT: String(port) };
}
