import { connect } from 'node:net';
import getPort from 'get-port';
import { join } from 'node:path';
import { BackgroundProcess } from '../../../tools/lib/background';
import type { Cleanup } from '../../../tools/lib/cleanup';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { run } from '../../../tools/lib/command';
import { findPrograms, type Programs } from './packages';
import { tmpdir } from 'node:os';
import { step } from '../../../tools/lib/steps';

export const host = '127.0.0.1';

export const canConnect = async (port: number): Promise<boolean> =>
	await new Promise((resolve) => {
		const socket = connect({ host, port }, () => {
			resolve(true);
			socket.destroy();
		});
		socket.once('error', () => resolve(false));
	});

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

const NAME = 'n8n';

const succeeds = async (work: Promise<unknown>): Promise<boolean> =>
	await work.then(
		() => true,
		() => false,
	);

/** PostgreSQL refuses to run as root: then it runs as its package's user. */
async function userToRunAs(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const [uid, gid] = await Promise.all(
		['-u', '-g'].map(async (flag) => Number(await run('id', [flag, 'postgres'], {}))),
	);
	return { uid, gid };
}

/** Starts an empty PostgreSQL. @returns n8n's settings */
export async function startPostgres(
	{ initdb, postgres, pg_isready: isReady, createdb }: Programs,
	folder: string,
	cleanup: Cleanup,
): Promise<NodeJS.ProcessEnv> {
	const port = await getPort({ host });
	const user = await userToRunAs();
	const home = join(folder, 'postgres');
	await mkdir(home);
	if (user) await chown(home, user.uid, user.gid);
	const data = join(home, 'data');
	const options = { cwd: home, cancelSignal: cleanup.signal, ...user };
	const basics = ['--username', NAME, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C'];
	await run(initdb, ['--pgdata', data, '--no-sync', ...basics], options);

	const address = ['--host', host, '--port', String(port), '--username', NAME];
	const settings = { listen_addresses: host, port, unix_socket_directories: '', fsync: 'off' };
	const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const program = {
		name: 'PostgreSQL',
		file: postgres,
		args: ['-D', data, ...args],
		cwd: home,
		env: {},
		logPath: join(folder, 'postgres.log'),
		user,
		// Without waiting for those who are connected.
		endsBy: 'SIGINT' as const,
		isReady: async () => await succeeds(run(isReady, address, {})),
	};
	await BackgroundProcess.start(program, cleanup);
	await run(createdb, [...address, NAME], options);
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: host,
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: NAME,
		DB_POSTGRESDB_USER: NAME,
	};
}

/** Starts what queue mode needs, with its data in a temporary folder. @returns n8n's settings */
export async function startServices(cleanup: Cleanup): Promise<NodeJS.ProcessEnv> {
	const programs = await findPrograms(cleanup.signal);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-queue-'));
	cleanup.add(async () => await rm(folder, { recursive: true, force: true }));
	// PostgreSQL may run as another user.
	await chmod(folder, 0o755);
	return await step('Start Redis and PostgreSQL', async () => ({
		...(await startRedis(programs['redis-server'], folder, cleanup)),
		...(await startPostgres(programs, folder, cleanup)),
	}));
}
