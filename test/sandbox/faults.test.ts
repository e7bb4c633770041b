import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request, type Dispatcher } from 'undici';

import { startSandbox, type Fault } from '../../sandbox';
import { sharedSandbox } from './sandbox';

const sandbox = sharedSandbox();
const dispatcher = new Agent();

afterAll(async () => await dispatcher.destroy());

beforeEach(() => {
	sandbox.corlega.contacts.clear();
	sandbox.corlega.clearLog();
	sandbox.corlega.clearLimit();
	sandbox.corlega.limit = null;
	sandbox.corlega.onRequest = undefined;
});

const contacts = () => sandbox.corlega.contacts;
const statuses = () => sandbox.corlega.requests.map(({ status }) => status);

async function call(
	method: Dispatcher.HttpMethod,
	path: string,
	options: { body?: object; signal?: AbortSignal } = {},
): Promise<Dispatcher.ResponseData> {
	const { url, keys } = sandbox.corlega;
	return await request(`${url}${path}`, {
		method,
		dispatcher,
		headers: { authorization: `Bearer ${keys.full}` },
		body: options.body && JSON.stringify(options.body),
		signal: options.signal,
	});
}

const list = async () => await call('GET', '/contacts');
const create = async (signal?: AbortSignal) =>
	await call('POST', '/contacts', { body: { name: 'Nieuw' }, signal });

/** Waits for something without an answer, until the test's own timeout. */
async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await sleep(5);
}

describe('an answer in place of the service', () => {
	test('comes before the request is processed', async () => {
		sandbox.corlega.faults.push({ status: 503, body: { error: { code: 'busy' } } });
		const { statusCode, body } = await create();

		expect([statusCode, await body.json()]).toEqual([503, { error: { code: 'busy' } }]);
		expect(contacts().size).toBe(0);
		expect(statuses()).toEqual([503]);
	});

	test('comes after it with processed', async () => {
		sandbox.corlega.faults.push({ processed: true, status: 500, rawBody: 'Oops' });
		const { statusCode, body } = await create();

		expect([statusCode, await body.text()]).toEqual([500, 'Oops']);
		expect(contacts().size).toBe(1);
		expect(statuses()).toEqual([500]);
	});

	test('with processed replaces an error too', async () => {
		sandbox.corlega.faults.push({ processed: true, status: 200, body: { data: [] } });
		const { statusCode } = await call('GET', '/contacts/nobody');

		expect(statusCode).toBe(200);
	});

	test('counts against the limit only when the request is processed', async () => {
		sandbox.corlega.limit = { requests: 1, windowMs: 600_000 };
		sandbox.corlega.faults.push({ status: 500 }, { processed: true, status: 500 });
		const answers = [await list(), await list(), await list()];

		expect(answers.map(({ statusCode }) => statusCode)).toEqual([500, 500, 429]);
	});

	test('may have any bytes for a body', async () => {
		const rawBody = Buffer.from([0x1f, 0x8b, 0x00, 0xff, 0xfe]);
		sandbox.corlega.faults.push({ rawBody, headers: { 'content-encoding': 'gzip' } });
		const { statusCode, headers, body } = await list();

		expect(statusCode).toBe(200);
		expect(headers).toMatchObject({ 'content-length': '5', 'content-encoding': 'gzip' });
		expect(Buffer.from(await body.arrayBuffer())).toEqual(rawBody);
	});
});

test.each<[string, Fault]>([
	['an answer in its place', { rawBody: '<html></html>', contentType: 'text/html' }],
	["the service's own answer", { contentType: 'text/html' }],
])('contentType changes %s', async (_, fault) => {
	sandbox.corlega.faults.push(fault);
	const { headers, body } = await list();
	await body.dump();

	expect(headers['content-type']).toBe('text/html');
});

describe('drop', () => {
	test.each<[NonNullable<Fault['drop']>, number]>([
		['before', 0],
		['after', 1],
	])('%s the request is processed leaves %i contacts', async (drop, left) => {
		sandbox.corlega.faults.push({ drop });

		await expect(create()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
		expect(contacts().size).toBe(left);
		expect(statuses()).toEqual([null]);
		expect(sandbox.corlega.inFlight).toBe(0);
	});

	test('midway sends the head and half of the body of what was done', async () => {
		sandbox.corlega.faults.push({ drop: 'midway' });
		const { statusCode, headers, body } = await create();
		let received = 0;
		const read = async () => {
			for await (const chunk of body) received += (chunk as Buffer).length;
		};

		await expect(read()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
		expect(statusCode).toBe(201);
		expect(received).toBe(Math.floor(Number(headers['content-length']) / 2));
		expect(contacts().size).toBe(1);
		expect(statuses()).toEqual([201]);
	});

	test('midway cuts off an answer in place of the service too', async () => {
		sandbox.corlega.faults.push({ drop: 'midway', rawBody: '1234' });
		const { headers, body } = await create();

		expect(headers['content-length']).toBe('4');
		await expect(body.text()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
		expect(contacts().size).toBe(0);
	});

	test('midway sends nothing of an answer without a body', async () => {
		sandbox.corlega.faults.push({ drop: 'midway', status: 204 });

		await expect(list()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
	});
});

test('rawAnswer sends bytes that need be no HTTP, and ends the connection', async () => {
	const { url, keys } = sandbox.corlega;
	const createByHand = async (): Promise<string> => {
		const body = JSON.stringify({ name: 'Nieuw' });
		const socket = connect(Number(new URL(url).port), '127.0.0.1');
		socket.write(
			`POST /v1/contacts HTTP/1.1\r\nHost: sandbox\r\nAuthorization: Bearer ${keys.full}\r\n` +
				`Content-Length: ${body.length}\r\n\r\n${body}`,
		);
		let received = '';
		for await (const bytes of socket) received += String(bytes);
		return received;
	};
	sandbox.corlega.faults.push({ rawAnswer: 'no HTTP' }, { rawAnswer: 'nor this', processed: true });

	expect([await createByHand(), contacts().size]).toEqual(['no HTTP', 0]);
	expect([await createByHand(), contacts().size]).toEqual(['nor this', 1]);
	expect(statuses()).toEqual([null, null]);
	expect(sandbox.corlega.inFlight).toBe(0);
});

describe('trickle', () => {
	test('sends what was done byte by byte, and spaces until the client goes', async () => {
		sandbox.corlega.faults.push({ trickle: 1 });
		const { statusCode, headers, body } = await create();
		const [contact] = [...contacts().values()].slice(-1);
		const whole = JSON.stringify({ data: contact });
		let text = '';
		for await (const chunk of body) {
			text += String(chunk);
			if (text.length > whole.length + 20) break;
		}

		expect(statusCode).toBe(201);
		expect(headers['content-length']).toBeUndefined();
		expect(contact).toMatchObject({ name: 'Nieuw' });
		expect(text.trimEnd()).toBe(whole);
		await until(() => sandbox.corlega.inFlight === 0);
	});

	test('never ends an answer without a body', async () => {
		const client = new AbortController();
		sandbox.corlega.faults.push({ trickle: 1, processed: true, status: 204 });
		const answer = create(client.signal);
		await until(() => contacts().size === 1);

		expect(sandbox.corlega.inFlight).toBe(1);
		client.abort();
		await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
		await until(() => sandbox.corlega.inFlight === 0);
	});
});

describe('never', () => {
	test.each([
		[undefined, 0],
		[true, 1],
	])('answers, with processed %s, and leaves %i contacts', async (processed, left) => {
		const client = new AbortController();
		sandbox.corlega.faults.push({ never: true, processed });
		const answer = create(client.signal);
		await until(() => sandbox.corlega.faults.length === 0);
		// Another request is served meanwhile, so that the first had its turn.
		await (await list()).body.dump();

		expect(contacts().size).toBe(left);
		expect(sandbox.corlega.inFlight).toBe(1);
		client.abort();
		await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
		await until(() => sandbox.corlega.inFlight === 0);
		expect(statuses()).toEqual([null, 200]);
	});
});

test('what is held or trickled ends with the sandbox', async () => {
	const { corlega, close } = await startSandbox();
	corlega.faults.push({ never: true }, { trickle: 1 });
	const ask = async () =>
		await request(`${corlega.url}/me`, {
			dispatcher,
			headers: { authorization: `Bearer ${corlega.keys.full}` },
		});
	const never = ask();
	await until(() => corlega.faults.length === 1);
	const trickled = (await ask()).body.text();

	await Promise.all([
		expect(never).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' }),
		expect(trickled).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' }),
		close(),
	]);
});

test('match, skip and times choose the requests that a fault hits', async () => {
	sandbox.corlega.faults.push({
		match: { method: 'get', path: /^\/contacts$/ },
		skip: 1,
		times: 2,
		status: 500,
	});
	const answers: number[] = [];
	for (const ask of [list, create, list, () => call('GET', '/me'), list, list]) {
		const { statusCode, body } = await ask();
		await body.dump();
		answers.push(statusCode);
	}

	expect(answers).toEqual([200, 201, 500, 200, 500, 200]);
	expect(sandbox.corlega.faults).toEqual([]);
});

describe('onRequest', () => {
	test('sees a request whole, and lets records move before it is served', async () => {
		const seen: unknown[] = [];
		sandbox.corlega.onRequest = async ({ method, path, body }) => {
			await sleep(1);
			seen.push([method, path, body]);
			if (method === 'GET') contacts().clear();
		};
		await (await create()).body.dump();
		const { data } = (await (await list()).body.json()) as { data: unknown[] };

		expect(seen).toEqual([
			['POST', '/contacts', { name: 'Nieuw' }],
			['GET', '/contacts', undefined],
		]);
		expect(data).toHaveLength(0);
	});

	test('comes before the faults, also those that it brings itself', async () => {
		sandbox.corlega.onRequest = () => void sandbox.corlega.faults.push({ status: 418 });
		const { statusCode } = await list();

		expect(statusCode).toBe(418);
	});

	test('that throws is an error of the service', async () => {
		sandbox.corlega.onRequest = () => {
			throw new Error('no such record');
		};
		const { statusCode, body } = await list();

		expect([statusCode, await body.text()]).toEqual([
			500,
			expect.stringContaining('no such record'),
		]);
	});
});
