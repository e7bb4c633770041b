import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxCredential } from '../../../sandbox';
import { RawClient } from './RawClient';

/** How a foreign client spreads its requests over a window. */
export type Pace = 'evenly' | 'in bursts';

/** Milliseconds after which its last burst has left the window. */
const MARGIN = 100;

/** Another program with the same key and rate limit. It retries 429 after `Retry-After`. */
export class ForeignClient {
	private readonly stopped = new AbortController();
	private readonly client: RawClient;
	private running?: Promise<void>;

	/** @param requests in each window, in milliseconds */
	constructor(
		{ data: { baseUrl, apiKey } }: SandboxCredential,
		private readonly pace: Pace,
		private readonly requests: number,
		private readonly window: number,
	) {
		const headers = () => ({ authorization: `Bearer ${apiKey}` });
		this.client = new RawClient({ baseUrl, connections: requests, headers });
	}

	start(): void {
		// As many requests may wait at the same time, each until it is to stop.
		setMaxListeners(0, this.stopped.signal);
		this.running = this.run();
	}

	/** Stops, also requests that are still refused. */
	async stop(): Promise<void> {
		this.stopped.abort();
		await this.running;
		await this.client.close();
	}

	private async run(): Promise<void> {
		const [size, pause] =
			this.pace === 'evenly'
				? [1, this.window / this.requests]
				: [this.requests, this.window + MARGIN];
		const underWay: Array<Promise<void>> = [];
		while (await this.wait(0)) {
			for (let index = 0; index < size; index++) underWay.push(this.request());
			await this.wait(pause);
		}
		await Promise.all(underWay);
	}

	private async request(): Promise<void> {
		for (;;) {
			const { status, headers } = await this.client.send({ path: '/contacts?pageSize=1' });
			if (status !== 429) return;
			if (!(await this.wait(Number(headers['retry-after']) * 1000))) return;
		}
	}

	/** @returns false once stopped */
	private async wait(milliseconds: number): Promise<boolean> {
		const { signal } = this.stopped;
		await sleep(milliseconds, undefined, { signal }).catch(() => {});
		return !signal.aborted;
	}
}
