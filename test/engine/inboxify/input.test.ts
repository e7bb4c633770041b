import type { IDataObject } from 'n8n-workflow';

import { byName, CONTINUE } from '../../../tools/engine/world';
import { columns, inboxifyRoom } from './room';

const { service, known, run } = inboxifyRoom();

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
		const { json } = await run(operation, {}, items as IDataObject[], CONTINUE);

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
	const { json } = await run('contact.create', {}, items, CONTINUE);

	expect(json).toHaveLength(NOTHING.length);
	for (const { error } of json) expect(error).toMatch(/^Email /);
	expect(service().requests).toEqual([]);
});

describe('what is blank never widens what is read, changed or deleted', () => {
	const CONTACT = { contactId: '={{ $json.value }}' };
	const BLANK_LIST = { list: byName('={{ $json.value }}') };

	test.each<[string, IDataObject]>([
		['contact.get', CONTACT],
		['contact.delete', CONTACT],
		['contact.update', { ...CONTACT, updateFields: { city: 'Sneek' } }],
		['tag.add', { ...CONTACT, tags: 'VIP' }],
		['tag.getAll', CONTACT],
		['tag.delete', { ...CONTACT, tag: 'VIP' }],
		['tag.delete', { contactId: 'a@x.nl', tag: '={{ $json.value }}' }],
		['contact.getAll', { ...BLANK_LIST, returnAll: true }],
		['contact.bulkDelete', { ...BLANK_LIST, email: 'a@x.nl' }],
		['contact.upsert', { ...BLANK_LIST, email: 'a@x.nl' }],
		['contact.create', { ...BLANK_LIST, email: 'a@x.nl' }],
	])('%s with %j', async (operation, parameters) => {
		const items = [...NOTHING, '.', '..'].map((value) => ({ value })) as IDataObject[];
		const { json } = await run(operation, parameters, items, CONTINUE);

		expect(json).toHaveLength(items.length);
		for (const { error } of json) {
			expect(error).toMatch(/is empty|must be text|can't be used as an identifier/);
		}
		expect(service().requests).toEqual([]);
	});

	test.each([null, '', ' '])('a filter on subscription that holds %j', async (value) => {
		const options = columns('unsubscribed');
		const { error } = await run('contact.getAll', { options }, [{ unsubscribed: value }]);

		expect(error?.message).toBe('Unsubscribed is empty');
		expect(service().requests).toEqual([]);
	});
});

test('other options that hold null are left out', async () => {
	const parameters = { simplify: false, options: columns('sort', 'offset') };
	const items = [{ sort: null, offset: null }];
	const { error, json } = await run('contact.getAll', parameters, items);

	expect(error).toBeUndefined();
	expect(json[0]).toEqual(known(0));
});
