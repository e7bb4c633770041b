import type { IDataObject } from 'n8n-workflow';
import { byName, CONTINUE, World } from '../../../tools/engine/world';
import { syncWorld } from './syncWorld';

let world: World;

beforeEach(async () => {
	world = await World.start({ inboxify: { contacts: 500 } });
});

afterEach(async () => await world.sandbox.close());

const { list, rows, sync, row, writes } = syncWorld(() => world);

const count = (json: IDataObject[], outcome: string) =>
	json.filter((output) => output.outcome === outcome).length;

test('contacts that are missing are kept unless asked for', async () => {
	const { json } = await sync(rows().slice(0, 100).map(row));
	expect(writes()).toEqual([]);
	expect(json).toHaveLength(100);
});

test('who unsubscribed is not subscribed again, not even by a row that says so', async () => {
	const unsubscribed = rows()
		.filter((contact) => contact.unsubscribed)
		.slice(0, 20);
	const before = structuredClone(unsubscribed);
	const { json } = await world.run(
		'inboxify',
		'contact.sync',
		{
			list: byName('Webshopklanten'),
			email: '={{ $json.email }}',
			additionalFields: { city: 'Elders', unsubscribed: false },
			options: { neverAdd: 'thisList' },
		},
		{ items: unsubscribed.map(({ email }) => ({ email: email.toUpperCase() })) },
	);

	expect(json.every(({ outcome }) => outcome === 'leftOut')).toBe(true);
	expect(json[0].reason).toBe('Left out: unsubscribed from Webshopklanten.');
	expect(writes()).toEqual([]);
	expect(unsubscribed).toEqual(before);
});

test('who unsubscribed and is missing is neither deleted nor unsubscribed again', async () => {
	const subscribed = rows().filter(({ unsubscribed }) => !unsubscribed);
	for (const missing of ['delete', 'unsubscribe']) {
		const { json } = await sync(subscribed.map(row), { missing });
		expect(json).toHaveLength(subscribed.length);
	}
	expect(writes()).toEqual([]);
});

test('a row with an error keeps everybody in the list, and the hint says so', async () => {
	const items = [...rows().slice(0, 480).map(row), { email: 'geen adres' }];
	const { json, hints } = await sync(items, { missing: 'delete' }, CONTINUE);

	expect(json.at(-1)?.error).toMatch(/Email/);
	expect(hints.map(({ message }) => message)).toContainEqual(
		expect.stringMatching(/^Nobody was removed, because failed items may be.* \(item 480\)\.$/),
	);
	expect(writes()).toEqual([]);
});

test.each([
	['a contact could not be changed', { method: 'PUT' }, {}],
	['the opt-outs could not be read', { path: /^\/lists/ }, { neverAdd: 'allLists' }],
])('nobody is removed if %s', async (_, match, options) => {
	world.sandbox.inboxify.faults.push({ status: 500, match });
	const [first, ...others] = rows().filter(({ unsubscribed }) => !unsubscribed);
	const items = [
		...others.slice(20).map(row),
		{ ...row(first), city: 'Elders' },
		{ email: 'nieuw@sync.example' },
	];
	const { json, hints } = await sync(items, { missing: 'delete', ...options }, CONTINUE);

	expect(json.filter(({ error }) => error)).toHaveLength(1);
	expect(count(json, 'deleted')).toBe(0);
	expect(writes().filter((line) => line.includes('bulk-delete'))).toEqual([]);
	expect(hints.map(({ message }) => message)).toContainEqual(
		expect.stringMatching(/^Nobody was removed, because failed items may be/),
	);
});

test('only fields that differ are sent, and tags are added', async () => {
	const [contact] = rows();
	contact.tags = ['Merk A'];
	const items = [
		{
			email: contact.email,
			city: 'Elders',
			firstName: ` ${contact.firstName} `,
			tags: 'merk a, VIP',
		},
	];
	await sync(items);
	expect(world.sandbox.inboxify.requests.at(-1)!.body).toEqual({
		city: 'Elders',
		tags: ['Merk A', 'VIP'],
	});

	world.clear();
	await sync(items);
	expect(writes()).toEqual([]);

	await sync([{ ...items[0], tags: 'VIP' }], { tags: 'replace' });
	expect(world.sandbox.inboxify.requests.at(-1)!.body).toEqual({ tags: ['VIP'] });
});

test('of rows with the same address the last one counts', async () => {
	const [contact] = rows();
	const { json } = await sync([
		{ email: contact.email, city: 'Eerst' },
		{ email: contact.email.toUpperCase(), city: 'Laatst' },
		{ email: 'dubbel@sync.example' },
		{ email: 'Dubbel <DUBBEL@sync.example>' },
	]);
	expect(json.map(({ outcome }) => outcome)).toEqual([
		'repeated',
		'updated',
		'repeated',
		'created',
	]);
	expect(json[0].reason).toMatch(/Item 1/);
	expect(contact.city).toBe('Laatst');
	expect(writes()).toHaveLength(2);
});

test('a dry run writes nothing and shows who would be removed', async () => {
	const items = rows().slice(0, 499).map(row);
	const { json } = await sync(items, { missing: 'unsubscribe', mostRemoved: 100, dryRun: true });
	const last = rows()[499];

	expect(writes()).toEqual([]);
	const removed = json.filter(({ outcome }) => outcome === 'unsubscribed');
	expect(removed.map(({ body }) => body)).toEqual(last.unsubscribed ? [] : [{ email: last.email }]);
});

test('an empty list is filled, and several lists can be synced at once', async () => {
	list().clear();
	const items = ['Webshopklanten', 'Leden & donateurs'].flatMap((name) =>
		[1, 2, 3].map((index) => ({ email: `nieuw${index}@sync.example`, name })),
	);
	const { json } = await world.run(
		'inboxify',
		'contact.sync',
		{ list: byName('={{ $json.name }}'), email: '={{ $json.email }}' },
		{ items },
	);
	expect(json.map(({ outcome }) => outcome)).toEqual(items.map(() => 'created'));
	expect(list().size).toBe(3);
});

test('a list that is named by its name and by its ID keeps the contacts of both', async () => {
	const { id } = world.sandbox.inboxify.lists.get('Webshopklanten')!;
	const missing = rows().find(({ unsubscribed }) => !unsubscribed);
	const items = rows()
		.filter((contact) => contact !== missing)
		.map(({ email }, index) => ({ email, list: index % 2 ? id : 'WEBSHOPKLANTEN' }));
	const parameters = {
		list: byName('={{ $json.list }}'),
		email: '={{ $json.email }}',
		options: { missing: 'delete', mostRemoved: 100 },
	};
	await world.run('inboxify', 'contact.sync', parameters, { items });
	expect(list().size).toBe(499);
	expect(writes()).toHaveLength(1);
});

test('a contact without an address is not removed', async () => {
	const contact = rows().find(({ unsubscribed }) => !unsubscribed)!;
	const items = rows()
		.filter((one) => one !== contact)
		.map(row);
	const { email } = contact;
	Object.assign(contact, { email: '' });
	await sync(items, { missing: 'delete' });
	Object.assign(contact, { email });
	expect(writes()).toEqual([]);
});

test('a failed removal fails once, and the rest is reported', async () => {
	world.sandbox.inboxify.faults.push({ status: 500, match: { path: /bulk-delete/ }, times: 9 });
	const subscribed = rows().filter(({ unsubscribed }) => !unsubscribed);
	const items = subscribed.slice(0, -20).map(row);
	const { json } = await sync(items, { missing: 'delete', maxAttempts: 1 }, CONTINUE);
	const errors = json.filter(({ error }) => error);
	expect(errors).toHaveLength(1);
	expect(errors[0].error).toMatch(/when removing 20 contacts missing from the input/);
	expect(count(json, 'unchanged')).toBe(items.length);
});

test('nobody is removed if Inboxify refused a row: it may be the contact that seems missing', async () => {
	const [first, ...others] = rows().filter(({ unsubscribed }) => !unsubscribed);
	const typo = first.email.replace('.example', '');
	world.sandbox.inboxify.faults.push({
		status: 200,
		body: [{ email: typo, message: 'Ongeldig adres' }],
		match: { path: /bulk-insert/ },
	});
	const items = [{ ...row(first), email: typo }, ...others.map(row)];
	const { json, hints } = await sync(items, { missing: 'delete' });

	expect(json[0].outcome).toBe('failed');
	expect(list().get(first.email)).toBeDefined();
	expect(hints.map(({ message }) => message)).toContainEqual(
		expect.stringMatching(/^Nobody was removed, because failed items may be.* \(item 0\)\.$/),
	);
});

test('half of a removal that failed is one error, which says how many it is about', async () => {
	const subscribed = rows().filter(({ unsubscribed }) => !unsubscribed);
	const match = { path: /bulk-delete/ };
	world.sandbox.inboxify.faults.push({ status: 400, body: {}, match }, { status: 500, match });
	const { json } = await sync(subscribed.slice(4).map(row), { missing: 'delete' }, CONTINUE);
	const errors = json.flatMap(({ error }) => error ?? []);

	expect(errors).toHaveLength(1);
	expect(errors[0]).toMatch(/when removing 2 contacts missing from the input/);
	expect(count(json, 'deleted')).toBe(2);
});
