import { Pool } from 'undici';
import type { Pages } from './plainNodes';

export interface RawRequest {
	method?: 'GET' | 'POST';
	path: string;
	body?: unknown;
}

export interface RawAnswer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
}

export interface RawSettings {
	baseUrl: string;
	/** Number of parallel requests. */
	connections: number;
	/** Whether connections are kept alive; otherwise each request opens its own, as with n8n's helper. */
	keepAlive?: boolean;
	headers?: () => Promise<Record<string, string>> | Record<string, string>;
	tls?: { cert: string; key: string; ca: string };
}

/** A client that only sends requests and parses JSON: the practical limit. */
export class RawClient {
	private readonly pool: Pool;
	private readonly basePath: string;

	constructor(private readonly settings: RawSettings) {
		const { keepAlive = true } = settings;
		const { origin, pathname } = new URL(settings.baseUrl);
		this.basePath = pathname.replace(/\/$/, '');
		this.pool = new Pool(origin, {
			connections: settings.connections,
			pipelining: keepAlive ? 1 : 0,
			// A new connection can't resume a TLS session: n8n's helper has a new agent each time.
			connect: { ...settings.tls, maxCachedSessions: keepAlive ? 100 : 0 },
		});
	}

	async send({ method = 'GET', path, body }: RawRequest): Promise<RawAnswer> {
		const answer = await this.pool.request({
			method,
			path: `${this.basePath}${path}`,
			headers: {
				...(await this.settings.headers?.()),
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		return { status: answer.statusCode, headers: answer.headers, body: await answer.body.json() };
	}

	/** Sends requests, in parallel on all connections. */
	async sendAll(requests: RawRequest[]): Promise<RawAnswer[]> {
		return await Promise.all(requests.map(async (request) => await this.send(request)));
	}

	/** Fetches a list: the first page, then all others. */
	async pages({ path, pagesOf }: Pages): Promise<RawAnswer[]> {
		const first = await this.send({ path: path(1) });
		const others = Array.from({ length: pagesOf(first) - 1 }, (_, index) => ({
			path: path(index + 2),
		}));
		return [first, ...(await this.sendAll(others))];
	}

	async close(): Promise<void> {
		await this.pool.close();
	}
}
