export interface Companion {
	id: string;
	name: string;
	type: string;
	data: Record<string, string | number | boolean>;
}

/** The header that opens an example's webhook. */
export const webhookKey = {
	id: 'webhookKey000001',
	name: 'Webhook key',
	type: 'httpHeaderAuth',
	data: { name: 'X-Webhook-Key', value: 'sandbox-webhook-key' },
} satisfies Companion;

/** The instance is temporary, and on loopback only. */
export const owner = {
	email: 'demo@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Demo-password-1',
};

/** Calls of n8n's internal API, like those of the owner's browser. */
export class Session {
	private constructor(
		private readonly url: string,
		private readonly cookie: string,
	) {}

	/** Sets up the owner of a new n8n, and logs in. */
	static async open(url: string): Promise<Session> {
		const { response } = await call(url, 'POST', '/rest/owner/setup', owner);
		const cookie = response.headers
			.getSetCookie()
			.map((line) => line.split(';')[0])
			.join('; ');
		return new Session(url, cookie);
	}

	async get<Data>(path: string): Promise<Data> {
		return (await call(this.url, 'GET', path, undefined, this.cookie)).data as Data;
	}

	async post<Data>(path: string, body: object): Promise<Data> {
		return (await call(this.url, 'POST', path, body, this.cookie)).data as Data;
	}

	async patch<Data>(path: string, body: object): Promise<Data> {
		return (await call(this.url, 'PATCH', path, body, this.cookie)).data as Data;
	}
}

async function call(
	url: string,
	method: string,
	path: string,
	body?: object,
	cookie = '',
): Promise<{ response: Response; data: unknown }> {
	const response = await fetch(`${url}${path}`, {
		method,
		headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
		body: body && JSON.stringify(body),
		signal: AbortSignal.timeout(30_000),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`n8n answered ${method} ${path}: ${response.status} ${text}`);
	return { response, data: (JSON.parse(text) as { data: unknown }).data };
}
