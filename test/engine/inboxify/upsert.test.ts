import { byName } from '../../../tools/engine/world';
import { done, INSERT, NEW, PAGES, successes, upsertRoom } from './room';

const { service, contacts, known, upsert, moved, writes, count } = upsertRoom();

test('a contact that exists keeps what is not given, and stays unsubscribed', async () => {
	Object.assign(known(0), { unsubscribed: true, remarks: 'Belt liever', tags: ['VIP'] });
	const before = { ...known(0) };
	const { json } = await upsert(
		[
			{ email: before.email, city: 'Sneek' },
			{ email: NEW, city: 'Assen' },
		],
		{ options: { concurrency: 1 } },
	);

	expect(json).toEqual([done(before.email), done(NEW)]);
	expect(known(0)).toEqual({ ...before, city: 'Sneek' });
	expect(contacts().get(NEW)).toMatchObject({ city: 'Assen', unsubscribed: false });
	expect(writes().map(({ method, query, body }) => [method, query, body])).toEqual([
		['PUT', {}, { city: 'Sneek' }],
		['POST', { overwrite: 'False' }, [{ email: NEW, city: 'Assen' }]],
	]);
});

test('what is given of a subscription is sent, and nothing by itself', async () => {
	await upsert([{ email: known(0).email }, { email: known(1).email, off: true }], {
		additionalFields: { city: 'Sneek', unsubscribed: '={{ $json.off }}' },
	});

	expect(writes().map(({ method, body }) => [method, body])).toEqual([
		['PUT', { city: 'Sneek' }],
		['PUT', { city: 'Sneek', unsubscribed: true }],
	]);
});

test('many contacts: the list is read once, each known one changed, the new ones go in bulk', async () => {
	const items = Array.from({ length: 600 }, (_, index) => ({
		// Every third one is new.
		email: index % 3 === 0 ? `nieuw${index}@voorbeeld.nl` : known(index).email,
		city: 'Sneek',
	}));
	const { json } = await upsert(items, { options: { batchSize: 150 } });

	expect(json).toEqual(items.map(({ email }) => done(email)));
	expect([count('GET', PAGES), count('GET'), count('PUT'), count('POST', INSERT)]).toEqual([
		3, 3, 400, 2,
	]);
	expect(contacts().size).toBe(2700);
	expect(items.every(({ email }) => contacts().get(email)?.city === 'Sneek')).toBe(true);
});

test('2,500 contacts, known and new, are overwritten in 3 requests', async () => {
	const items = Array.from({ length: 2500 }, (_, index) => ({
		email: index < 1000 ? known(index).email : `nieuw${index}@voorbeeld.nl`,
		city: 'Sneek',
	}));
	const { json } = await upsert(items, { options: { existing: 'overwrite' } });

	expect(json.every(({ success }) => success)).toBe(true);
	expect(service().requests).toHaveLength(3);
	expect(contacts().size).toBe(4000);
	expect(known(0)).toMatchObject({ city: 'Sneek' });
});

test.each([
	// The first page shows how long the list is; it may hold some of the contacts.
	['one contact', [2400], 1],
	['two at the end of a list of 3 pages', [2400, 2401], 3],
	['two, one of them on the first page', [3, 2401], 2],
	['all on the first page', [1, 2, 3, 4, 5], 1],
	['four at the end', [2400, 2401, 2402, 2403], 3],
])('%s: as few requests as will do to find them', async (_, indexes, requests) => {
	const { json } = await upsert(moved(...indexes));

	expect(json.every(({ success }) => success)).toBe(true);
	expect([count('GET'), count('PUT'), count('POST')]).toEqual([requests, indexes.length, 0]);
});

test('without a total as many contacts are asked for as pages were read', async () => {
	service().totals = false;
	const { json } = await upsert(moved(2400, 2401));

	expect(json.every(({ success }) => success)).toBe(true);
	expect([count('GET', PAGES), count('GET'), count('PUT')]).toEqual([2, 4, 2]);
});

test('a contact is known by its address in any letter case, and changed under its own', async () => {
	const { email } = known(3);
	const items = [{ email: ` ${email.toUpperCase()} `, city: 'Sneek' }];
	expect((await upsert(items)).json).toEqual([done(email.toUpperCase())]);
	items.push({ email: NEW, city: 'Assen' });
	await upsert(items);

	expect(known(3)).toMatchObject({ email, city: 'Sneek' });
	expect(count('PUT', new RegExp(`/${email}$`))).toBe(2);
});

describe('one address twice', () => {
	test.each([
		['known', () => known(0).email],
		['new', () => NEW],
	])('and %s: both are applied, the last one wins', async (_, emailOf) => {
		const email = emailOf();
		const size = contacts().size;
		const { json } = await upsert([
			{ email, city: 'Assen', telephone: '1' },
			{ email: email.toUpperCase(), city: 'Sneek' },
			{ email: 'ander@voorbeeld.nl' },
		]);

		expect(json).toEqual([email, email.toUpperCase(), 'ander@voorbeeld.nl'].map(done));
		expect(contacts().get(email)).toMatchObject({ city: 'Sneek', telephone: '1' });
		expect(contacts().size).toBe(size + (email === NEW ? 2 : 1));
		expect(count('POST', INSERT)).toBe(1);
	});

	test('is not called done where the first was refused and nothing else is given', async () => {
		service().faults.push({
			match: { path: INSERT },
			times: 2,
			body: [{ email: NEW, message: 'Geblokkeerd' }],
		});
		const { json } = await upsert([{ email: NEW }, { email: NEW }]);

		expect(json).toEqual([
			{ email: NEW, success: false, reason: 'Geblokkeerd' },
			{ email: NEW, success: false, reason: 'Geblokkeerd' },
		]);
	});

	test('in a list that is spelled in two ways is not sent side by side', async () => {
		const { json } = await upsert(
			['Webshopklanten', 'webshopklanten'].map((name, index) => ({
				list: name,
				email: NEW,
				city: `Plaats ${index}`,
			})),
			{ list: byName('={{ $json.list }}') },
		);

		expect(successes(json)).toEqual([true, true]);
		expect(contacts().get(NEW)?.city).toBe('Plaats 1');
		expect(service().requests.at(-1)).toMatchObject({
			method: 'PUT',
			path: expect.stringContaining('/webshopklanten/'),
		});
	});
});
