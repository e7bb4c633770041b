import { readFile } from 'node:fs/promises';
import type { Sandbox } from '../../sandbox';
import type { Server } from '../../tools/n8n/instance/server';

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
