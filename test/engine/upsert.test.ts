import type { IDataObject } from 'n8n-workflow';

import { byName, CONTINUE, World } from '../../tools/engine/world';

let world: World;

beforeEach(async () => {
	world = await World.start({ corlega: { contacts: 1205, limit: null } });
});

afterEach(async () => {
	await world.sandbox.close();
});

const UPSERT = {
	matchOn: 'email',
	matchValue: '={{ $json.email }}',
	name: '={{ $json.name }}',
};
const contacts = () => [...world.sandbox.corlega.contacts.values()];
const withEmail = () => contacts().filter(({ email }) => email);
const count = (method: string) =>
	world.sandbox.corlega.requests.filter((request) => request.method === method).length;
const upsert = async (items: IDataObject[], settings = {}) =>
	await world.run('corlega', 'contact.upsert', UPSERT, { items, settings });

test('500 items over 1,205 contacts, 300 of them known: 13 GET, 300 PATCH, 200 POST', async () => {
	const known = withEmail().slice(0, 300);
	const items = Array.from({ length: 500 }, (_, index) => ({
		email: known[index]?.email ?? `nieuw${index}@voorbeeld.nl`,
		name: `Naam ${index}`,
	}));
	const { error, json } = await upsert(items);

	expect(error).toBeUndefined();
	expect([count('GET'), count('PATCH'), count('POST')]).toEqual([13, 300, 200]);
	expect(json.map(({ name }) => name)).toEqual(items.map(({ name }) => name));
	expect(json.slice(0, 300).map(({ id }) => id)).toEqual(known.map(({ id }) => id));
	expect(contacts()).toHaveLength(1405);
});

test('two items with the same new address end as one contact', async () => {
	const items = [
		{ email: 'nieuw@voorbeeld.nl', name: 'Een' },
		{ email: ' NIEUW@voorbeeld.nl ', name: 'Twee' },
	];
	const { json } = await upsert(items);

	expect(json[0].id).toBe(json[1].id);
	expect([count('PATCH'), count('POST')]).toEqual([1, 1]);
	expect(contacts()).toHaveLength(1206);
	expect(contacts().at(-1)).toMatchObject({ name: 'Twee' });
});

test('a contact that another program has just made is updated', async () => {
	world.sandbox.corlega.faults.push({ match: { method: 'POST' }, delay: 50 });
	const run = upsert([{ email: 'race@voorbeeld.nl', name: 'Wij' }]);
	while (count('POST') === 0) await new Promise((resolve) => setTimeout(resolve, 2));
	const headers = {
		Authorization: `Bearer ${world.sandbox.corlega.keys.full}`,
		'Content-Type': 'application/json',
	};
	const body = JSON.stringify({ name: 'Zij', email: 'race@voorbeeld.nl' });
	await fetch(`${world.sandbox.corlega.url}/contacts`, { method: 'POST', headers, body });
	const { error, json } = await run;

	expect(error).toBeUndefined();
	expect(json).toEqual([expect.objectContaining({ name: 'Wij', email: 'race@voorbeeld.nl' })]);
	expect(contacts()).toHaveLength(1206);
});

test('a create whose answer got lost is found by the next item with the same address', async () => {
	world.sandbox.corlega.faults.push({ match: { method: 'POST' }, drop: 'after' });
	const items = ['Een', 'Twee'].map((name) => ({ email: 'kwijt@voorbeeld.nl', name }));
	const { json } = await upsert(items, CONTINUE);

	expect(json[0].error).toContain('It may have been created all the same.');
	expect(json[1]).toMatchObject({ name: 'Twee', email: 'kwijt@voorbeeld.nl' });
	expect(contacts()).toHaveLength(1206);
});

test('several contacts with the same number are not guessed among', async () => {
	const [first, second] = contacts();
	const { corlega: service } = world.sandbox;
	service.contacts.change(first, { kvkNumber: '87654321' });
	service.contacts.change(second, { kvkNumber: '87654321' });
	const { error } = await world.run('corlega', 'contact.upsert', {
		matchOn: 'kvkNumber',
		matchValue: '87654321',
		name: 'x',
	});

	expect(error?.message).toBe(
		`Corlega has 2 contacts with this kvkNumber: ${String(first.id)}, ${String(second.id)}`,
	);
	expect(count('PATCH') + count('POST')).toBe(0);
});

test('each item can match on its own field', async () => {
	const [known] = contacts().filter(({ kvkNumber }) => kvkNumber);
	const { json } = await world.run(
		'corlega',
		'contact.upsert',
		{ matchOn: '={{ $json.on }}', matchValue: '={{ $json.value }}', name: 'Samen' },
		{
			items: [
				{ on: 'kvkNumber', value: known.kvkNumber as string },
				{ on: 'email', value: 'apart@voorbeeld.nl' },
			],
		},
	);

	expect(json[0].id).toBe(known.id);
	expect(json[1]).toMatchObject({ email: 'apart@voorbeeld.nl' });
	expect(count('GET')).toBe(13);
});

test('Inboxify: 2,500 contacts, known and new, overwritten in 3 requests', async () => {
	const list = world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts;
	const known = [...list.keys()].slice(0, 1000);
	const items = Array.from({ length: 2500 }, (_, index) => ({
		email: known[index] ?? `nieuw${index}@voorbeeld.nl`,
	}));
	const { json } = await world.run(
		'inboxify',
		'contact.upsert',
		{
			list: byName('Webshopklanten'),
			email: '={{ $json.email }}',
			additionalFields: { city: 'Sneek' },
			options: { existing: 'overwrite' },
		},
		{ items },
	);

	expect(json.every(({ success }) => success)).toBe(true);
	expect(world.sandbox.inboxify.requests).toHaveLength(3);
	expect(list.size).toBe(4000);
	expect(list.get(known[0])).toMatchObject({ city: 'Sneek' });
});
