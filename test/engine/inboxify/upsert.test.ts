import { INSERT, NEW, PAGES, successes, UpsertWorld } from './upsertWorld';

let inboxify: UpsertWorld;

beforeAll(async () => {
	inboxify = await UpsertWorld.start();
});

afterAll(async () => await inboxify.close());

beforeEach(() => inboxify.reset());

test('a contact that exists keeps what is not given, and stays unsubscribed', async () => {
	Object.assign(inboxify.known(0), { unsubscribed: true, remarks: 'Belt liever', tags: ['VIP'] });
	const before = { ...inboxify.known(0) };
	const { json } = await inboxify.upsert(
		[
			{ email: before.email, city: 'Sneek' },
			{ email: NEW, city: 'Assen' },
		],
		{ options: { concurrency: 1 } },
	);

	expect(json).toEqual([
		{ email: before.email, success: true, reason: null },
		{ email: NEW, success: true, reason: null },
	]);
	expect(inboxify.known(0)).toEqual({ ...before, city: 'Sneek' });
	expect(inboxify.list.contacts.get(NEW)).toMatchObject({ city: 'Assen', unsubscribed: false });
	const writes = inboxify.service.requests.filter(({ method }) => method !== 'GET');
	expect(writes.map(({ method, query, body }) => [method, query, body])).toEqual([
		['PUT', {}, { city: 'Sneek' }],
		['POST', { overwrite: 'False' }, [{ email: NEW, city: 'Assen' }]],
	]);
});

test('what is given of a subscription is sent, and nothing by itself', async () => {
	await inboxify.upsert(
		[{ email: inboxify.known(0).email }, { email: inboxify.known(1).email, off: true }],
		{
			additionalFields: { city: 'Sneek', unsubscribed: '={{ $json.off }}' },
		},
	);

	const bodies = inboxify.service.requests.flatMap(({ method, body }) =>
		method === 'PUT' ? [body] : [],
	);
	expect(bodies).toEqual([{ city: 'Sneek' }, { city: 'Sneek', unsubscribed: true }]);
});

test('many contacts: the list is read once, each known one changed, the new ones go in bulk', async () => {
	const items = Array.from({ length: 600 }, (_, index) => ({
		// Every third one is new.
		email: index % 3 === 0 ? `nieuw${index}@voorbeeld.nl` : inboxify.known(index).email,
		city: 'Sneek',
	}));
	const { json } = await inboxify.upsert(items, { options: { batchSize: 150 } });

	expect(json).toEqual(items.map(({ email }) => ({ email, success: true, reason: null })));
	expect([
		inboxify.count('GET', PAGES),
		inboxify.count('GET'),
		inboxify.count('PUT'),
		inboxify.count('POST', INSERT),
	]).toEqual([3, 3, 400, 2]);
	expect(inboxify.list.contacts.size).toBe(2700);
	expect(items.every(({ email }) => inboxify.list.contacts.get(email)?.city === 'Sneek')).toBe(
		true,
	);
});

test.each([
	// The first page shows how long the list is; it may hold some of the contacts.
	['one contact', [2400], 1],
	['two at the end of a list of 3 pages', [2400, 2401], 3],
	['two, one of them on the first page', [3, 2401], 2],
	['all on the first page', [1, 2, 3, 4, 5], 1],
	['four at the end', [2400, 2401, 2402, 2403], 3],
])('%s: as few requests as will do to find them', async (_, indexes, requests) => {
	const { json } = await inboxify.upsert(
		indexes.map((index) => ({ email: inboxify.known(index).email, city: 'Sneek' })),
	);

	expect(json.every(({ success }) => success)).toBe(true);
	expect([inboxify.count('GET'), inboxify.count('PUT'), inboxify.count('POST')]).toEqual([
		requests,
		indexes.length,
		0,
	]);
});

test('without a total as many contacts are asked for as pages were read', async () => {
	inboxify.service.totals = false;
	const { json } = await inboxify.upsert(
		[inboxify.known(2400), inboxify.known(2401)].map(({ email }) => ({ email, city: 'x' })),
	);

	expect(json.every(({ success }) => success)).toBe(true);
	expect([inboxify.count('GET', PAGES), inboxify.count('GET'), inboxify.count('PUT')]).toEqual([
		2, 4, 2,
	]);
});

test('a contact is known by its address in any letter case, and changed under its own', async () => {
	const { email } = inboxify.known(3);
	const items = [{ email: ` ${email.toUpperCase()} `, city: 'Sneek' }];
	expect((await inboxify.upsert(items)).json).toEqual([
		{ email: email.toUpperCase(), success: true, reason: null },
	]);
	items.push({ email: NEW, city: 'Assen' });
	await inboxify.upsert(items);

	expect(inboxify.known(3)).toMatchObject({ email, city: 'Sneek' });
	expect(inboxify.count('PUT', new RegExp(`/${email}$`))).toBe(2);
});

describe('one address twice', () => {
	test.each([
		['known', () => inboxify.known(0).email],
		['new', () => NEW],
	])('and %s: both are applied, the last one wins', async (_, emailOf) => {
		const email = emailOf();
		const size = inboxify.list.contacts.size;
		const { json } = await inboxify.upsert([
			{ email, city: 'Assen', telephone: '1' },
			{ email: email.toUpperCase(), city: 'Sneek' },
			{ email: 'ander@voorbeeld.nl' },
		]);

		expect(json).toEqual([
			{ email, success: true, reason: null },
			{ email: email.toUpperCase(), success: true, reason: null },
			{ email: 'ander@voorbeeld.nl', success: true, reason: null },
		]);
		expect(inboxify.list.contacts.get(email)).toMatchObject({ city: 'Sneek', telephone: '1' });
		expect(inboxify.list.contacts.size).toBe(size + (email === NEW ? 2 : 1));
		expect(inboxify.count('POST', INSERT)).toBe(1);
	});

	test('is not called done where the first was refused and nothing else is given', async () => {
		inboxify.service.faults.push({
			match: { path: INSERT },
			times: 2,
			body: [{ email: NEW, message: 'Geblokkeerd' }],
		});
		const { json } = await inboxify.upsert([{ email: NEW }, { email: NEW }]);

		expect(json).toEqual([
			{ email: NEW, success: false, reason: 'Geblokkeerd' },
			{ email: NEW, success: false, reason: 'Geblokkeerd' },
		]);
	});

	test('in a list that is spelled in two ways is not sent side by side', async () => {
		const { json } = await inboxify.upsert(
			['Webshopklanten', 'webshopklanten'].map((name, index) => ({
				list: name,
				email: NEW,
				city: `Plaats ${index}`,
			})),
			{ list: { __rl: true, mode: 'name', value: '={{ $json.list }}' } },
		);

		expect(successes(json)).toEqual([true, true]);
		expect(inboxify.list.contacts.get(NEW)?.city).toBe('Plaats 1');
		expect(inboxify.service.requests.at(-1)).toMatchObject({ method: 'PUT' });
		expect(inboxify.service.requests.at(-1)?.path).toContain('/webshopklanten/');
	});
});
