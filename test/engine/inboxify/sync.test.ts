import type { NodeExecutionHint } from 'n8n-workflow';

import { byName, CONTINUE } from '../../../tools/engine/world';
import { outcomes, syncRoom, times } from './syncRoom';

const { world, service, list, contacts, rows, subscribed, run, sync, row, writes } = syncRoom(500);

const whyNobodyWasRemoved = (hints: NodeExecutionHint[]) =>
	hints
		.map(({ message }) => message)
		.find((message) => message.startsWith('Nobody was removed, because failed items may be'));

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
	const { json } = await run(
		'contact.sync',
		{
			additionalFields: { city: 'Elders', unsubscribed: false },
			options: { neverAdd: 'thisList' },
		},
		unsubscribed.map(({ email }) => ({ email: email.toUpperCase() })),
	);

	expect(json.every(({ outcome }) => outcome === 'leftOut')).toBe(true);
	expect(json[0].reason).toBe('Left out: unsubscribed from Webshopklanten.');
	expect(writes()).toEqual([]);
	expect(unsubscribed).toEqual(before);
});

test('who unsubscribed and is missing is neither deleted nor unsubscribed again', async () => {
	const items = subscribed().map(row);
	for (const missing of ['delete', 'unsubscribe']) {
		const { json } = await sync(items, { missing });
		expect(json).toHaveLength(items.length);
	}
	expect(writes()).toEqual([]);
});

test('a row with an error keeps everybody in the list, and the hint says so', async () => {
	const items = [...rows().slice(0, 480).map(row), { email: 'geen adres' }];
	const { json, hints } = await sync(items, { missing: 'delete' }, CONTINUE);

	expect(json.at(-1)?.error).toMatch(/Email/);
	expect(whyNobodyWasRemoved(hints)).toMatch(/ \(item 480\)\.$/);
	expect(writes()).toEqual([]);
});

test.each([
	['a contact could not be changed', { method: 'PUT' }, {}],
	['the opt-outs could not be read', { path: /^\/lists/ }, { neverAdd: 'allLists' }],
])('nobody is removed if %s', async (_, match, options) => {
	service().faults.push({ status: 500, match });
	const [first, ...others] = subscribed();
	const items = [
		...others.slice(20).map(row),
		{ ...row(first), city: 'Elders' },
		{ email: 'nieuw@sync.example' },
	];
	const { json, hints } = await sync(items, { missing: 'delete', ...options }, CONTINUE);

	expect(json.filter(({ error }) => error)).toHaveLength(1);
	expect(outcomes(json)).not.toContain('deleted');
	expect(writes().filter(({ path }) => path.includes('bulk-delete'))).toEqual([]);
	expect(whyNobodyWasRemoved(hints)).toBeDefined();
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
	expect(service().requests.at(-1)!.body).toEqual({
		city: 'Elders',
		tags: ['Merk A', 'VIP'],
	});

	world.clear();
	await sync(items);
	expect(writes()).toEqual([]);

	await sync([{ ...items[0], tags: 'VIP' }], { tags: 'replace' });
	expect(service().requests.at(-1)!.body).toEqual({ tags: ['VIP'] });
});

test('of rows with the same address the last one counts', async () => {
	const [contact] = rows();
	const { json } = await sync([
		{ email: contact.email, city: 'Eerst' },
		{ email: contact.email.toUpperCase(), city: 'Laatst' },
		{ email: 'dubbel@sync.example' },
		{ email: 'Dubbel <DUBBEL@sync.example>' },
	]);
	expect(outcomes(json)).toEqual(['repeated', 'updated', 'repeated', 'created']);
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
	contacts().clear();
	const items = ['Webshopklanten', 'Leden & donateurs'].flatMap((name) =>
		[1, 2, 3].map((index) => ({ email: `nieuw${index}@sync.example`, name })),
	);
	const { json } = await run('contact.sync', { list: byName('={{ $json.name }}') }, items);
	expect(outcomes(json)).toEqual(items.map(() => 'created'));
	expect(contacts().size).toBe(3);
});

test('a list that is named by its name and by its ID keeps the contacts of both', async () => {
	const { id } = list();
	const [missing] = subscribed();
	const items = rows()
		.filter((contact) => contact !== missing)
		.map(({ email }, index) => ({ email, list: index % 2 ? id : 'WEBSHOPKLANTEN' }));
	const options = { missing: 'delete', mostRemoved: 100 };
	await run('contact.sync', { list: byName('={{ $json.list }}'), options }, items);
	expect(contacts().size).toBe(499);
	expect(writes()).toHaveLength(1);
});

test('a contact without an address is not removed', async () => {
	const [contact] = subscribed();
	const items = rows()
		.filter((one) => one !== contact)
		.map(row);
	contact.email = '';
	await sync(items, { missing: 'delete' });
	expect(writes()).toEqual([]);
});

test('nobody is removed if Inboxify refused a row: it may be the contact that seems missing', async () => {
	const [first, ...others] = subscribed();
	const typo = first.email.replace('.example', '');
	service().faults.push({
		status: 200,
		body: [{ email: typo, message: 'Ongeldig adres' }],
		match: { path: /bulk-insert/ },
	});
	const items = [{ ...row(first), email: typo }, ...others.map(row)];
	const { json, hints } = await sync(items, { missing: 'delete' });

	expect(json[0].outcome).toBe('failed');
	expect(contacts().get(first.email)).toBeDefined();
	expect(whyNobodyWasRemoved(hints)).toMatch(/ \(item 0\)\.$/);
});

test.each([
	['a removal', [{ status: 500, times: 9 }], 20, 0],
	['half of a removal', [{ status: 400, body: {} }, { status: 500 }], 4, 2],
])('%s that failed is one error, and the rest is reported', async (_, faults, missing, deleted) => {
	service().faults.push(...faults.map((fault) => ({ ...fault, match: { path: /bulk-delete/ } })));
	const items = subscribed().slice(0, -missing).map(row);
	const { json } = await sync(items, { missing: 'delete', maxAttempts: 1 }, CONTINUE);
	const errors = json.flatMap(({ error }) => error ?? []);

	expect(errors).toEqual([
		expect.stringContaining(`when removing ${missing - deleted} contacts missing from the input`),
	]);
	expect(times(json, 'deleted')).toBe(deleted);
	expect(times(json, 'unchanged')).toBe(items.length);
});
