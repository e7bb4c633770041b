import '../quick/useFakeClock';

import { resetClock, slept } from '../fakeClock';
import { byId, byName, CONTINUE, sharedWorld } from '../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

beforeEach(() => resetClock());

const CREATE = { name: 'Bakkerij Jansen' };
const contacts = () => world.sandbox.corlega.contacts;
const createContact = async (options = {}) =>
	await world.run('corlega', 'contact.create', { ...CREATE, options });

/** The real time that passes beside the fake one makes each sleep a little shorter. */
function expectSlept(milliseconds: number): void {
	expect(slept()).toBeLessThanOrEqual(milliseconds);
	expect(slept()).toBeGreaterThan(milliseconds - 500);
}

test('two 429 with Retry-After: 2, then success: one item, no error, 4 s waited', async () => {
	const before = contacts().size;
	world.sandbox.corlega.faults.push({
		times: 2,
		status: 429,
		headers: { 'Retry-After': '2' },
		body: { error: { code: 'rate_limited', message: 'Too many requests.' } },
	});
	const { error, json } = await createContact();

	expect(error).toBeUndefined();
	expect(json).toEqual([expect.objectContaining(CREATE)]);
	expect(contacts().size).toBe(before + 1);
	expectSlept(4000);
});

test('Retry-After as a date', async () => {
	const sent = Date.parse('2031-01-01T00:00:00Z');
	const [date, until] = [sent, sent + 30_000].map((time) => new Date(time).toUTCString());
	const headers = { Date: date, 'Retry-After': until };
	world.sandbox.corlega.faults.push({ status: 429, headers });
	const { json } = await createContact();

	expect(json).toHaveLength(1);
	expect(slept()).toBeGreaterThan(25_000);
	expect(slept()).toBeLessThanOrEqual(30_000);
});

test('a create whose answer got lost is there once, and the error says that it may be', async () => {
	const before = contacts().size;
	world.sandbox.corlega.faults.push({ drop: 'after' });
	const { error } = await createContact();

	expect(contacts().size).toBe(before + 1);
	expect(world.log('corlega')).toEqual(['POST /contacts']);
	expect(error?.message).toContain('It may have been created all the same.');
	expect(error?.description).toContain('Check whether it exists before you run this item again');
});

test.each([500, 502, 503, 504])(
	'a create that was answered with %i is not sent again',
	async (status) => {
		world.sandbox.corlega.faults.push({ status, times: 2 });
		const { error } = await createContact();

		expect(world.log('corlega')).toEqual(['POST /contacts']);
		expect(error?.message).toContain(`HTTP ${status}`);
		expect(error?.message).toContain('It may have been created all the same.');
	},
);

test.each([
	['drop', { drop: 'after' as const }],
	['502', { status: 502 }],
	['503', { status: 503 }],
	['504', { status: 504 }],
])('a GET, a PATCH, a PUT and a DELETE are sent again after %s', async (_, fault) => {
	const [{ id }] = contacts().values();
	const { inboxify, corlega } = world.sandbox;
	const [, , , subscriber] = [...inboxify.lists.get('Webshopklanten')!.contacts.values()];
	const target = { list: byName('Webshopklanten'), contactId: subscriber.email };
	corlega.faults.push({ ...fault });
	const get = await world.run('corlega', 'contact.getAll', { limit: 1 });
	corlega.faults.push({ ...fault });
	const patch = await world.run('corlega', 'contact.update', {
		contactId: byId(String(id)),
		updateFields: { phone: '1' },
	});
	inboxify.faults.push({ ...fault });
	const put = await world.run('inboxify', 'contact.update', {
		...target,
		updateFields: { city: 'Ede' },
	});
	inboxify.faults.push({ ...fault });
	const deletion = await world.run('inboxify', 'contact.delete', target);

	for (const { error } of [get, patch, put, deletion]) expect(error).toBeUndefined();
	expect(deletion.json).toEqual([{ deleted: true }]);
	expect(world.log('corlega')).toHaveLength(4);
	expect(world.log('inboxify')).toHaveLength(4);
});

test('a 404 on a DELETE that was not sent before is an error', async () => {
	world.sandbox.inboxify.faults.push({ status: 429, headers: { 'Retry-After': '1' } });
	const { error } = await world.run('inboxify', 'contact.delete', {
		list: byName('Webshopklanten'),
		contactId: 'niemand@voorbeeld.nl',
	});

	expect(error?.httpCode).toBe('404');
	expect(world.log('inboxify')).toHaveLength(2);
});

test('every retry is signed with a salt of its own', async () => {
	world.sandbox.inboxify.faults.push({ status: 503, times: 3 });
	const { error } = await world.run('inboxify', 'list.getAll');

	expect(error).toBeUndefined();
	const salts = world.sandbox.inboxify.requests.map(({ headers }) => headers.salt);
	expect(new Set(salts).size).toBe(4);
});

test('at most 5 attempts, with longer and longer waits', async () => {
	world.sandbox.corlega.faults.push({ status: 503, times: 10 });
	const { error } = await world.run('corlega', 'organization.get');

	expect(world.log('corlega')).toHaveLength(5);
	expect(error?.description).toContain('It was tried 5 times.');
	expect(slept()).toBeGreaterThanOrEqual(0.5 * (1 + 2 + 4 + 8) * 1000);
	expect(slept()).toBeLessThanOrEqual((1 + 2 + 4 + 8) * 1000);
});

test('no wait reaches beyond 90 s', async () => {
	world.sandbox.corlega.faults.push({ status: 503, times: 10, headers: { 'Retry-After': '40' } });
	await world.run('corlega', 'organization.get');

	expect(world.log('corlega')).toHaveLength(3);
	expectSlept(80_000);
});

test('a pause of up to a minute after a 429 is waiting for the limit, and is not counted', async () => {
	world.sandbox.corlega.faults.push({ status: 429, times: 10, headers: { 'Retry-After': '40' } });
	const { error } = await world.run('corlega', 'organization.get');

	expect(world.log('corlega')).toHaveLength(5);
	expectSlept(160_000);
	expect(error?.httpCode).toBe('429');
	expect(error?.description).toContain('120 requests a minute');
});

test('both limits can be set', async () => {
	world.sandbox.corlega.faults.push({ status: 503, times: 10 });
	await createContact();
	await world.run('corlega', 'organization.get', { options: { maxAttempts: 2 } });
	expect(world.log('corlega')).toHaveLength(3);

	world.clear();
	world.sandbox.corlega.faults.push({ status: 429, times: 1, headers: { 'Retry-After': '300' } });
	const { error } = await createContact({ maxRetryTime: 301 });
	expect(error).toBeUndefined();
	expect(world.log('corlega')).toHaveLength(2);
});

test('a server that is not there is tried again, for a create too', async () => {
	const credentials = { ...world.credentials('corlega'), baseUrl: 'http://127.0.0.1:9' };
	const { error } = await world.run('corlega', 'contact.create', CREATE, { credentials });

	expect(error?.message).toContain('ECONNREFUSED');
	expect(error?.message).not.toContain('It may have been created');
	expect(error?.description).toContain('It was tried 5 times.');
});

test('cancelling ends a wait, and no request leaves afterwards', async () => {
	world.sandbox.corlega.faults.push({ status: 429, times: 10, headers: { 'Retry-After': '60' } });
	let cancel = () => {};
	resetClock((total) => total >= 1000 && cancel());
	await world
		.run(
			'corlega',
			'organization.get',
			{},
			{ items: [{}, {}, {}], settings: CONTINUE, onStart: (run) => (cancel = () => run.cancel()) },
		)
		.catch(() => undefined);
	await new Promise((resolve) => setImmediate(resolve));

	expect(slept()).toBe(1000);
	expect(world.log('corlega')).toHaveLength(1);
});

test('a long wait for the limit of the key is explained', async () => {
	const items = Array.from({ length: 121 }, (_, index) => ({ name: `Wacht ${index}` }));
	const apiKey = world.sandbox.corlega.addKey(['*']);
	const started = process.hrtime.bigint();
	const { error, json, hints } = await world.run(
		'corlega',
		'contact.create',
		{ name: '={{ $json.name }}' },
		{
			items,
			credentials: { ...world.credentials('corlega'), apiKey, requestsPerMinute: 120 },
		},
	);

	expect(error).toBeUndefined();
	expect(json).toHaveLength(121);
	expect(hints).toEqual([
		{
			message: expect.stringMatching(
				/^Waited \d+ s for Corlega's limit of 120 requests a minute\.$/,
			),
			location: 'outputPane',
		},
	]);
	// What the requests took, which no fake clock shortens, and the wait make up the minute.
	const took = Number(process.hrtime.bigint() - started) / 1e9;
	const waited = Number(/\d+/.exec(hints[0].message)![0]);
	expect(waited).toBeLessThanOrEqual(60);
	expect(waited + took).toBeGreaterThanOrEqual(59);
});

test('a long pause that a service without a known limit asked for is explained', async () => {
	world.sandbox.inboxify.faults.push({ status: 429, headers: { 'Retry-After': '20' } });
	const { hints } = await world.run('inboxify', 'list.getAll');

	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringMatching(/^Waited (19|20) s for Inboxify, which asked for a pause\.$/),
		'Retried 1 request, because Inboxify was busy or unreachable.',
	]);
});

test.each(['-5', 'soon', '1e99', '99999999999999'])(
	'a Retry-After of %s counts as none',
	async (header) => {
		world.sandbox.corlega.faults.push({ status: 503, headers: { 'Retry-After': header } });
		const { error } = await world.run('corlega', 'organization.get');

		expect(error).toBeUndefined();
		expect(slept()).toBeLessThanOrEqual(1_000);
	},
);
