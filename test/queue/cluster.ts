import { cp, mkdir, readFile } from 'node:fs/promises';
import type { Sandbox, SandboxCredential } from '../../sandbox';
import { type Server, startServer, startWorker } from '../../tools/n8n/instance/server';
import getPort from 'get-port';
import { join } from 'node:path';
import type { Workflow } from '../../tools/n8n/content/workflow';
import { n8nEnvironment } from '../../tools/n8n/instance/environment';
import { importContent } from '../../tools/n8n/instance/importing';
import { Session } from '../../tools/n8n/instance/session';
import type { Cleanup } from '../../tools/lib/cleanup';
import { step } from '../../tools/lib/steps';

/** Kills a worker when a number of creates has arrived. */
export class Killing {
	/** In milliseconds since 1970. */
	at?: number;
	count = 0;

	constructor(
		private readonly worker: Server,
		readonly after: number,
		{ corlega }: Sandbox,
	) {
		corlega.onRequest = ({ method, path }) => {
			if (method !== 'POST' || path !== '/contacts') return;
			this.count++;
			if (this.count !== after) return;
			worker.process.signal('SIGKILL');
			this.at = Date.now();
		};
	}

	async executions(): Promise<string[]> {
		const log = await readFile(this.worker.logPath, 'utf8');
		const ids = (word: string) =>
			[...log.matchAll(new RegExp(`Worker ${word} execution (\\d+)`, 'g'))].map(([, id]) => id);
		const finished = new Set(ids('finished'));
		return ids('started').filter((id) => !finished.has(id));
	}
}

export const WORKERS = 2;

/** The lowest concurrency that n8n does not warn about. */
export const CONCURRENCY = 5;

/** n8n in queue mode. */
export interface Cluster {
	/** Of the main process. */
	url: string;
	session: Session;
	workers: Server[];
}

/** Starts n8n's main process and workers, each with its own folder and ports. */
export async function startCluster(
	userFolder: string,
	services: NodeJS.ProcessEnv,
	{ credentials, workflows }: { credentials: SandboxCredential[]; workflows: Workflow[] },
	cleanup: Cleanup,
): Promise<Cluster> {
	const environment = async (folder: string): Promise<NodeJS.ProcessEnv> => {
		const ports = { editor: await getPort(), taskBroker: await getPort() };
		return { ...n8nEnvironment(folder, ports), ...services, EXECUTIONS_MODE: 'queue' };
	};
	const env = await environment(userFolder);
	const main = { userFolder, env, signal: cleanup.signal };
	await step('Import', async () => await importContent(main, credentials, workflows));
	const server = await step('Start n8n', async () => await startServer(main, cleanup));
	const session = await Session.open(server.url);

	const start = async (number: number) => {
		const folder = join(userFolder, `worker-${number}`);
		await mkdir(folder);
		// Its own copy of the community packages.
		await cp(join(userFolder, '.n8n/nodes'), join(folder, '.n8n/nodes'), { recursive: true });
		const { N8N_ENCRYPTION_KEY } = env;
		const context = {
			userFolder: folder,
			env: { ...(await environment(folder)), N8N_ENCRYPTION_KEY },
		};
		return await startWorker(context, CONCURRENCY, cleanup);
	};
	const workers = await step(`Start ${WORKERS} workers`, async () => {
		const started: Server[] = [];
		for (let number = 1; number <= WORKERS; number++) started.push(await start(number));
		return started;
	});
	return { url: server.url, session, workers };
}
