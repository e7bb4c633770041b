import type { IDataObject } from 'n8n-workflow';
import { CONTINUE } from '../../../tools/engine/world';
import { freshWorld } from '../freshWorld';

const world = freshWorld({ corlega: { limit: null } });

const rows = () => [...world.sandbox.corlega.contacts.values()] as unknown as IDataObject[];

const add = (fields: IDataObject) => {
	const id = `zoek${rows().length}`;
	world.sandbox.corlega.contacts.set(id, { id, ...fields } as never);
	return id;
};

const search = async (queries: unknown[], parameters: IDataObject = {}) =>
	await world.run(
		'corlega',
		'contact.search',
		{ query: '={{ $json.query }}', returnAll: true, ...parameters },
		{ items: queries.map((query) => ({ query }) as IDataObject), settings: CONTINUE },
	);

const ids = (json: IDataObject[]) => json.map(({ id }) => id);

const writes = () => world.sandbox.corlega.requests.filter(({ method }) => method !== 'GET');

describe('Search', () => {
	test.each([1, 3])('finds by address, KvK number and words, for %d items', async (count) => {
		const id = add({
			name: 'Café Ülker & Zonen',
			email: 'Info@Ulker.example',
			kvkNumber: '01234567',
		});
		for (const query of [
			'info@ulker.example',
			'Ülker <INFO@ULKER.example>',
			'KvK 01234567',
			'cafe ulker',
			'zonen CAFÉ',
			'@ulker.ex',
			'info@ulker',
		]) {
			const { json } = await search(Array.from({ length: count }, () => query));
			expect(ids(json)).toEqual(Array.from({ length: count }, () => id));
		}
	});

	test('one item stops reading at its Limit, and the hint says how many pages were read', async () => {
		const { hints } = await search([rows()[0].name], { returnAll: false, limit: 1 });
		expect(world.sandbox.corlega.requests).toHaveLength(1);
		expect(hints[0].message).toMatch(/^Read 1 page with 100 records, and found 1 that match\.$/);
	});

	test('many items share one reading, and no data', async () => {
		const { name } = rows()[5];
		const { json } = await search(
			Array.from({ length: 200 }, () => name),
			{ returnAll: false, limit: 1 },
		);
		expect(json).toHaveLength(200);
		expect(world.sandbox.corlega.requests).toHaveLength(Math.ceil(rows().length / 100));
		json[0].name = 'anders';
		expect(json[1].name).toBe(name);
	});

	test('nothing found gives no item; an empty query is an error before any request', async () => {
		expect((await search(['nergens bestaand'])).json).toEqual([]);
		world.clear();
		const { json } = await search(['', null, ' \u200b']);
		expect(json.map(({ error }) => String(error))).toEqual(
			[0, 1, 2].map(() => expect.stringMatching(/Search For is empty/)),
		);
		expect(world.sandbox.corlega.requests).toEqual([]);
	});
});

describe('a contact by e-mail address or KvK number', () => {
	const by = (mode: string, value: unknown) => ({ __rl: true, mode, value }) as IDataObject;

	test('Get and Update find it', async () => {
		const id = add({ name: 'A', email: 'a@vind.example', kvkNumber: '87654321' });
		const { json } = await world.run('corlega', 'contact.get', {
			contactId: by('kvkNumber', '8765 4321'),
		});
		expect(ids(json)).toEqual([id]);
		await world.run('corlega', 'contact.update', {
			contactId: by('email', 'A@Vind.example'),
			updateFields: { name: 'B' },
		});
		expect(writes().map(({ path }) => path)).toEqual([`/contacts/${id}`]);
	});

	test('items share one reading of the contacts', async () => {
		const items = rows()
			.slice(0, 50)
			.map(({ email }) => ({ email }) as IDataObject);
		const contactId = by('email', '={{ $json.email }}');
		const { json } = await world.run('corlega', 'contact.get', { contactId }, { items });
		expect(ids(json)).toEqual(ids(rows().slice(0, 50)));
		expect(world.sandbox.corlega.requests).toHaveLength(Math.ceil(rows().length / 100) + 50);
	});

	test('none and several are errors, and nothing is changed', async () => {
		add({ name: 'A', email: 'dubbel@vind.example' });
		add({ name: 'B', email: 'DUBBEL@vind.example' });
		const items = ['niemand@vind.example', 'dubbel@vind.example', 'geen adres'].map((email) => ({
			email,
		}));
		const { json } = await world.run(
			'corlega',
			'contact.update',
			{ contactId: by('email', '={{ $json.email }}'), updateFields: { name: 'B' } },
			{ items, settings: CONTINUE },
		);
		expect(json.map(({ error }) => error)).toEqual([
			expect.stringMatching(/No contact has the e-mail address niemand@vind\.example/),
			expect.stringMatching(/Corlega has 2 contacts with this e-mail address: zoek\d+, zoek\d+/),
			expect.stringMatching(/Contact \(e-mail address\) must be an e-mail address/),
		]);
		expect(writes()).toEqual([]);
	});

	test('an address that an earlier item gave to a contact is found', async () => {
		const id = add({ name: 'A', email: 'oud@vind.example' });
		const items = [
			{ by: 'oud@vind.example', email: 'nieuw@vind.example' },
			{ by: 'nieuw@vind.example', email: 'laatst@vind.example' },
		];
		const { json } = await world.run(
			'corlega',
			'contact.update',
			{
				contactId: by('email', '={{ $json.by }}'),
				updateFields: { email: '={{ $json.email }}' },
				options: { concurrency: 1 },
			},
			{ items, settings: CONTINUE },
		);
		expect(json.map(({ id: found, email }) => [found, email])).toEqual([
			[id, 'nieuw@vind.example'],
			[id, 'laatst@vind.example'],
		]);
	});
});

test('several items that are cut at Limit say how many more match', async () => {
	const { json, hints } = await search(['@', '@'], { returnAll: false, limit: 2 });

	expect(json).toHaveLength(4);
	expect(hints.map(({ message }) => message)).toContain(
		`${rows().length - 2} more contacts match: raise Limit to get them (items 0-1).`,
	);
});
