import { join } from 'node:path';
import { BackgroundProcess } from '../../lib/background';
import type { Cleanup } from '../../lib/cleanup';
import { n8nCommand, nodeCommand } from '../../lib/paths';
import type { CommandContext } from './importing';

export interface Server {
	url: string;
	process: BackgroundProcess;
	logPath: string;
}

export type ServerContext = Pick<CommandContext, 'userFolder' | 'env'>;

interface Command {
	args: string[];
	/** A URL path that answers with JSON once n8n is ready. */
	path: string;
}

const answers = async (url: string): Promise<boolean> => {
	try {
		const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
		return answer.ok && (answer.headers.get('content-type') ?? '').includes('json');
	} catch {
		return false;
	}
};

async function start(
	{ args, path }: Command,
	{ userFolder, env }: ServerContext,
	cleanup: Cleanup,
): Promise<Server> {
	const url = `http://127.0.0.1:${env.N8N_PORT}`;
	const logPath = join(userFolder, 'n8n.log');
	const program = {
		name: `n8n ${args[0]}`,
		file: nodeCommand,
		args: [n8nCommand, ...args],
		cwd: userFolder,
		env,
		logPath,
		isReady: async () => await answers(`${url}${path}`),
	};
	return { url, process: await BackgroundProcess.start(program, cleanup), logPath };
}

/** Starts n8n and waits until it answers. @throws Error with the end of its log */
export const startServer = async (context: ServerContext, cleanup: Cleanup): Promise<Server> =>
	// The health check answers before the editor's own routes are there.
	await start({ args: ['start'], path: '/rest/settings' }, context, cleanup);

/**
 * Starts a worker of n8n's queue mode and waits until it is ready. Its health check is on the port
 * of an n8n's editor. @throws Error with the end of its log
 */
export async function startWorker(
	{ userFolder, env }: ServerContext,
	concurrency: number,
	cleanup: Cleanup,
): Promise<Server> {
	const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: env.N8N_PORT };
	const worker = { args: ['worker', `--concurrency=${concurrency}`], path: '/healthz/readiness' };
	return await start(worker, { userFolder, env: { ...env, ...health } }, cleanup);
}
