import type { IDataObject } from 'n8n-workflow';

import { byName, CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ inboxify: { contacts: 20 } });

const service = () => world.sandbox.inboxify;
const LIST = { list: byName('Webshopklanten') };

/** What a cell can hold that is no address, no name and no ID. */
const NOTHING = [
	null,
	undefined,
	'',
	'   ',
	'\t\n',
	'\u00a0',
	{},
	[],
	['a@x.nl', 'b@x.nl'],
	true,
	false,
];

describe.each([
	'contact.bulkInsert',
	'contact.bulkDelete',
	'contact.bulkUnsubscribe',
	'contact.upsert',
])('%s', (operation) => {
	test('a missing address fails its own item, and the others go on', async () => {
		const items = [
			{ email: 'een@voorbeeld.nl' },
			...NOTHING.map((email) => ({ email })),
			{ email: 'twee@voorbeeld.nl' },
		];
		const { json } = await world.run(
			'inboxify',
			operation,
			{ ...LIST, email: '={{ $json.email }}' },
			{ items: items as IDataObject[], settings: CONTINUE },
		);

		const failed = json.slice(1, -1);
		expect(failed.map(({ error }) => error)).toEqual(
			failed.map(() => expect.stringMatching(/^Email (is empty|must be text)/)),
		);
		expect([json[0].email, json.at(-1)!.email]).toEqual(['een@voorbeeld.nl', 'twee@voorbeeld.nl']);
		const bodies = service().requests.flatMap(({ body }) => (body ?? []) as IDataObject[]);
		expect(bodies.map(({ email }) => email)).toEqual(['een@voorbeeld.nl', 'twee@voorbeeld.nl']);
	});
});

test('a create without an address is an error before anything is sent', async () => {
	const items = NOTHING.map((email) => ({ email })) as IDataObject[];
	const parameters = { ...LIST, email: '={{ $json.email }}' };
	const { json } = await world.run('inboxify', 'contact.create', parameters, {
		items,
		settings: CONTINUE,
	});

	expect(json).toHaveLength(NOTHING.length);
	for (const { error } of json) expect(error).toMatch(/^Email /);
	expect(world.log('inboxify')).toEqual([]);
});

describe('what is blank never widens what is read, changed or deleted', () => {
	const CONTACT = { ...LIST, contactId: '={{ $json.value }}' };
	const BLANK_LIST = { list: { __rl: true, mode: 'name', value: '={{ $json.value }}' } };

	test.each<[string, IDataObject]>([
		['contact.get', CONTACT],
		['contact.delete', CONTACT],
		['contact.update', { ...CONTACT, updateFields: { city: 'Sneek' } }],
		['tag.add', { ...CONTACT, tags: 'VIP' }],
		['tag.getAll', CONTACT],
		['tag.delete', { ...CONTACT, tag: 'VIP' }],
		['tag.delete', { ...LIST, contactId: 'a@x.nl', tag: '={{ $json.value }}' }],
		['contact.getAll', { ...BLANK_LIST, returnAll: true }],
		['contact.bulkDelete', { ...BLANK_LIST, email: 'a@x.nl' }],
		['contact.upsert', { ...BLANK_LIST, email: 'a@x.nl' }],
		['contact.create', { ...BLANK_LIST, email: 'a@x.nl' }],
	])('%s with %j', async (operation, parameters) => {
		const items = [...NOTHING, '.', '..'].map((value) => ({ value })) as IDataObject[];
		const { json } = await world.run('inboxify', operation, parameters, {
			items,
			settings: CONTINUE,
		});

		expect(json).toHaveLength(items.length);
		for (const { error } of json) {
			expect(error).toMatch(/is empty|must be text|can't be used as an identifier/);
		}
		expect(world.log('inboxify')).toEqual([]);
	});

	test.each([null, '', ' '])('a filter on subscription that holds %j', async (value) => {
		const { error } = await world.run(
			'inboxify',
			'contact.getAll',
			{ ...LIST, options: { unsubscribed: '={{ $json.value }}' } },
			{ items: [{ value }] },
		);

		expect(error?.message).toBe('Unsubscribed is empty');
		expect(world.log('inboxify')).toEqual([]);
	});
});

test('other options that hold null are left out', async () => {
	const { error, json } = await world.run(
		'inboxify',
		'contact.getAll',
		{ ...LIST, simplify: false, options: { sort: '={{ $json.no }}', offset: '={{ $json.no }}' } },
		{ items: [{ no: null }] },
	);

	expect(error).toBeUndefined();
	expect(json[0]).toEqual(service().lists.get('Webshopklanten')!.contacts.rows[0]);
});
