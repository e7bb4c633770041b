import { Pool } from 'undici';

/** What a raw client sends. */
export interface RawRequest {
	method?: 'GET' | 'POST';
	/** Below the base address, with the query. */
	path: string;
	body?: unknown;
}

export interface RawAnswer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
}

/** How a raw client connects. */
export interface RawSettings {
	/** Without a slash at the end. */
	baseUrl: string;
	/** Connections, which are kept alive; as many requests are under way at the same time. */
	connections: number;
	/** Headers of every request. */
	headers?: () => Promise<Record<string, string>> | Record<string, string>;
	/** PEM texts of a client certificate. */
	tls?: { cert: string; key: string; ca: string };
}

/** A client that does nothing but send requests and parse JSON: the practical limit. */
export class RawClient {
	private readonly pool: Pool;

	private readonly basePath: string;

	constructor(private readonly settings: RawSettings) {
		const { origin, pathname } = new URL(settings.baseUrl);
		this.basePath = pathname.replace(/\/$/, '');
		this.pool = new Pool(origin, {
			connections: settings.connections,
			pipelining: 1,
			connect: settings.tls,
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

	/** Sends requests, as many side by side as there are connections. */
	async sendAll(requests: RawRequest[]): Promise<RawAnswer[]> {
		return await Promise.all(requests.map(async (request) => await this.send(request)));
	}

	/**
	 * Fetches a list: the first page, which tells how many there are, then the others.
	 * @param path the path of a page, numbered from 1
	 * @param pagesOf how many pages there are, by the first one
	 */
	async pages(
		path: (page: number) => string,
		pagesOf: (first: RawAnswer) => number,
	): Promise<RawAnswer[]> {
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
