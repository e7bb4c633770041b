import type { IDataObject } from 'n8n-workflow';

import { byName, sharedWorld } from '../../tools/engine/world';
import { HOSTILITIES, type Hostility, redirects } from './answers';
import { answer, type RawServer, startRawServer } from './rawServer';

const world = sharedWorld();
let service: RawServer;
let elsewhere: RawServer;

beforeAll(async () => {
	[service, elsewhere] = [await startRawServer(), await startRawServer()];
});

afterAll(async () => {
	// No credential, nor anything else, went to another port in all of these tests.
	expect(elsewhere.connections).toBe(0);
	await Promise.all([service.close(), elsewhere.close()]);
});

beforeEach(() => service.reset());

const OPTIONS = { maxAttempts: 1, timeout: 1 };
const PATIENT = { maxAttempts: 1, timeout: 25 };

let runs = 0;
const keyOf = () => `corlega_geheim_${++runs}`;

const runCorlega = async (operation: string, parameters: IDataObject, options = OPTIONS) =>
	await world.run(
		'corlega',
		operation,
		{ ...parameters, options },
		{
			credentials: {
				apiKey: keyOf(),
				baseUrl: `${service.url}/v1`,
				requestsPerMinute: 1_000_000,
			},
		},
	);

/** Bytes of an answer that are read, and as many in buffers. */
const MOST_BYTES = 100 << 20;

async function expectOutcome([, answering, expected, traits = {}]: Hostility) {
	const { onConnection, most = 1, isLong = false } = traits;
	service.answering = answering;
	service.onConnection = onConnection;
	const options = isLong ? PATIENT : OPTIONS;
	const { json, error } = await runCorlega('contact.getAll', { returnAll: true }, options);

	if (Array.isArray(expected)) {
		expect(error).toBeUndefined();
		expect(json.map(({ id }) => id)).toEqual(expected);
	} else {
		expect(error?.message).toMatch(expected);
		expect(error?.message.length).toBeLessThan(1_000);
		expect(error?.name).toBe('NodeApiError');
	}
	expect(service.connections).toBeLessThanOrEqual(most);
	expect(service.requests.length).toBeLessThanOrEqual(most);
	expect(service.sent()).toBeLessThan(MOST_BYTES);
	expect(({} as IDataObject).evil).toBeUndefined();
}

test.each(HOSTILITIES)('%s', async (...hostility) => await expectOutcome(hostility));

const REDIRECTS = redirects('http://127.0.0.1:1').map(([name]) => name);

test.each(REDIRECTS)('%s is not followed', async (name) => {
	await expectOutcome(redirects(elsewhere.url).find(([known]) => known === name)!);
});

test.each(['301 A', '302 B', '303 C', '307 D', '308 E'])(
	'a create that is redirected with %s is sent once, and reported',
	async (status) => {
		service.answering = (socket) =>
			void socket.end(answer('', { status, headers: { Location: '/v1/contacts' } }));
		const { error } = await runCorlega('contact.create', { name: 'Jansen' });

		expect(error?.message).toMatch(/^Corlega redirects to/);
		expect(service.requests.map(({ method }) => method)).toEqual(['POST']);
	},
);

test('cookies are not kept, and every page brings the key', async () => {
	service.answering = (socket, _, number) => {
		const entries = Array.from({ length: 100 }, (__, index) => ({ id: `${number}-${index}` }));
		const body = { data: entries, meta: { total: 200, hasMore: number < 2 } };
		socket.end(answer(body, { headers: { 'Set-Cookie': 'session=evil; Path=/' } }));
	};
	const { json } = await runCorlega('contact.getAll', { returnAll: true });

	expect(json).toHaveLength(200);
	for (const { head } of service.requests) {
		expect(head).not.toMatch(/cookie/i);
		expect(head).toMatch(/authorization: Bearer corlega_geheim_/i);
	}
});

test('a list of Inboxify that has no end is given up, after a million contacts', async () => {
	service.answering = (socket, _, number) => {
		const contacts = Array.from({ length: 1_000 }, (__, index) => `{"id":${number * 1e4 + index}}`);
		socket.end(answer(`[${contacts.join()}]`));
	};
	const { error } = await world.run(
		'inboxify',
		'contact.getAll',
		{ list: byName('x'), returnAll: true, options: { ...OPTIONS, timeout: 10 } },
		{
			credentials: {
				authentication: 'signature',
				apiKey: keyOf(),
				secretKey: 'inboxify_geheim',
				baseUrl: service.url,
			},
		},
	);

	expect(error?.message).toContain('the list has no end');
	expect(service.requests.length).toBeLessThanOrEqual(1_002);
});

test('links of COR that lead elsewhere are not followed', async () => {
	service.answering = (socket, { path }) => {
		const links = {
			first: { href: `${elsewhere.url}/organisaties?pagina=1` },
			...(!path.includes('pagina=2') && { next: { href: `${elsewhere.url}/steal` } }),
		};
		const self = { href: `${elsewhere.url}/organisaties/1` };
		const number = path.includes('pagina=2') ? 2 : 1;
		const organisaties = Array.from({ length: number === 1 ? 30 : 1 }, (_, index) => ({
			oin: `${number}-${index}`,
			_links: { self },
		}));
		socket.end(answer({ organisaties, _links: links }));
	};
	const { json } = await world.run(
		'cor',
		'organisation.getAll',
		{ returnAll: true, options: OPTIONS },
		{ credentials: { environment: 'custom', baseUrl: service.url, certificateFormat: 'none' } },
	);

	expect(json).toHaveLength(31);
	expect(service.requests).toHaveLength(2);
});

test('a key that a service repeats is redacted, even when the message is cut in the middle of it', async () => {
	service.answering = (socket, { head }) => {
		const [, key] = /authorization: Bearer (\S+)/i.exec(head)!;
		const message = `${'x'.repeat(590)}${key}`;
		socket.end(answer({ error: { message } }, { status: '401 Unauthorized' }));
	};
	const { error, run } = await runCorlega('contact.getAll', {});

	expect(error?.message).toContain('xxx*****');
	expect(JSON.stringify([run, error?.stack, error?.message])).not.toContain('corlega_g');
});
