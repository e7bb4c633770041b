import type { IDataObject } from 'n8n-workflow';
import { byName, CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null }, inboxify: { contacts: 1500 } });

const LIST = { list: byName('Webshopklanten') };
const DRY = { options: { dryRun: true } };

const writes = (node: 'corlega' | 'inboxify') =>
	world.sandbox[node].requests.filter(({ method }) => method !== 'GET');

const subscriber = (index: number) =>
	world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.rows[index];

describe('Create or Update in Corlega', () => {
	const upsert = async (items: IDataObject[], options: IDataObject) =>
		await world.run(
			'corlega',
			'contact.upsert',
			{
				matchOn: 'email',
				matchValue: '={{ $json.email }}',
				name: '={{ $json.name }}',
				additionalFields: { phone: '={{ $json.phone }}' },
				options,
			},
			{ items, settings: CONTINUE },
		);

	test('shows for each item what becomes of it, also where items mean the same contact', async () => {
		const { email, name } = world.sandbox.corlega.contacts.rows[0] as unknown as IDataObject;
		const items = [
			{ email, name, phone: '010 1234567' },
			{ email: 'nieuw@droog.example', name: 'Nieuw', phone: '1' },
			{ email: 'NIEUW@droog.example', name: 'Nieuw', phone: 2 },
			{ email: 'Nieuw <nieuw@droog.example>', name: 'Nieuw', phone: '2' },
			{ email: 'geen adres', name: 'Fout', phone: '3' },
			{ email, name, phone: '010 1234567' },
		];
		const dry = await upsert(items, { dryRun: true });

		expect(writes('corlega')).toEqual([]);
		expect(dry.json.map(({ outcome, method }) => [outcome, method])).toEqual([
			['updated', 'PATCH'],
			['created', 'POST'],
			['updated', 'PATCH'],
			['unchanged', null],
			[undefined, undefined],
			['unchanged', null],
		]);
		expect(dry.json[4].error).toMatch(/Match Value/);
		expect(dry.json[2].path).toBe('/contacts/new-contact-of-item-1');

		world.clear();
		const real = await upsert(items, {});
		expect(real.json.map(({ outcome }) => outcome)).toEqual(dry.json.map(({ outcome }) => outcome));
		const planned = dry.json.filter(({ method }) => method);
		// Items about other contacts may be sent in another order.
		const sorted = (bodies: unknown[]) => bodies.map((body) => JSON.stringify(body)).sort();
		expect(sorted(writes('corlega').map(({ body }) => body))).toEqual(
			sorted(planned.map(({ body }) => body)),
		);
	});

	test('an item that is really sent does not find what another only planned', async () => {
		const items = [true, 'nee', 'ja', null].map((dry) => ({
			email: 'half@droog.example',
			name: 'Half',
			dry,
		}));
		const { json } = await upsert(items, { dryRun: '={{ $json.dry }}' });

		expect(json.map(({ dryRun, outcome }) => [dryRun, outcome])).toEqual([
			[true, 'created'],
			[undefined, 'created'],
			[true, expect.any(String)],
			[undefined, 'unchanged'],
		]);
		expect(writes('corlega')).toHaveLength(1);
	});
});

describe('bulk calls of Inboxify', () => {
	const bulk = async (operation: string, items: IDataObject[], options: IDataObject) =>
		await world.run(
			'inboxify',
			`contact.${operation}`,
			{
				...LIST,
				email: '={{ $json.email }}',
				additionalFields: { city: '={{ $json.city }}' },
				options,
			},
			{ items, settings: CONTINUE },
		);

	test('show which items share a request', async () => {
		const items = Array.from({ length: 25 }, (_, index) => ({ email: `droog${index}@x.example` }));
		const dry = await bulk('bulkInsert', items, { dryRun: true, batchSize: 10 });

		expect(writes('inboxify')).toEqual([]);
		expect(dry.json.map(({ request }) => request)).toEqual(
			items.map((_, index) => 1 + Math.floor(index / 10)),
		);
		expect(dry.json.at(-1)).toMatchObject({ contacts: 5, body: items[24], outcome: 'created' });
		expect(dry.hints[0].message).toBe(
			'Dry run: nothing was changed. A real run would send 3 requests to change data. Outcomes: 25 created.',
		);
	});

	test('Create or Update shows changes, inserts and what stays, and a real run sends just that', async () => {
		const items = [
			{ email: subscriber(3).email, city: 'Elders' },
			{ email: subscriber(4).email, city: null },
			{ email: 'nieuw1@droog.example', city: 'Sneek' },
			{ email: 'nieuw1@droog.example', city: null },
			{ email: 'nieuw1@droog.example', city: 'Drachten' },
			{ email: 'nieuw2@droog.example', city: 'Sneek' },
			{ email: 'fout', city: 'Sneek' },
		];
		const dry = await bulk('upsert', items, { dryRun: true });

		expect(writes('inboxify')).toEqual([]);
		expect(dry.json.map(({ outcome, method, request }) => [outcome, method, request])).toEqual([
			['updated', 'PUT', undefined],
			['unchanged', null, undefined],
			['created', 'POST', expect.any(Number)],
			['unchanged', null, undefined],
			['updated', 'PUT', undefined],
			['created', 'POST', dry.json[2].request],
			[undefined, undefined, undefined],
		]);

		world.clear();
		await bulk('upsert', items, {});
		const sent = writes('inboxify').map(({ method, path, body }) => ({ method, path, body }));
		const [change, , insert, , later, { body }] = dry.json;
		const show = ({ method, path, body }: IDataObject) => ({
			method,
			path: decodeURIComponent(String(path).split('?')[0]),
			body,
		});
		expect(sent).toHaveLength(3);
		expect(sent).toEqual(
			expect.arrayContaining([
				show(change),
				show({ ...insert, body: [insert.body, body] as IDataObject[] }),
				show(later),
			]),
		);
	});

	test('contacts that are really sent do not share a request with those that are not', async () => {
		const items = [true, false, true, false].map((dry, index) => ({
			email: `half${index}@x.example`,
			dry,
		}));
		const { json } = await bulk('bulkInsert', items, { dryRun: '={{ $json.dry }}' });

		expect(json.map(({ dryRun, success }) => (dryRun ? 'dry' : success))).toEqual([
			'dry',
			true,
			'dry',
			true,
		]);
		expect(writes('inboxify').map(({ body }) => body)).toEqual([
			[{ email: 'half1@x.example' }, { email: 'half3@x.example' }],
		]);
	});
});

test('a secret that is in a row is not shown', async () => {
	const { apiKey } = world.credentials('corlega');
	const { json } = await world.run('corlega', 'contact.create', {
		name: `Sleutel ${String(apiKey)}`,
		...DRY,
	});
	expect(JSON.stringify(json)).not.toContain(apiKey);
	expect(json[0]).toMatchObject({ dryRun: true, outcome: 'created' });
});

test("a credential that can't work is found by a dry run too", async () => {
	const { error } = await world.run(
		'corlega',
		'contact.create',
		{ name: 'Naam', ...DRY },
		{ credentials: { ...world.credentials('corlega'), baseUrl: 'geen adres' } },
	);
	expect(error?.message).toMatch(/Base URL in the credential is not a URL/);
});

test('what another operation left in Options makes no dry run of a read', async () => {
	const { json, hints } = await world.run('corlega', 'contact.getAll', { limit: 1, ...DRY });
	expect(json[0]).toHaveProperty('email');
	expect(hints.map(({ message }) => message).join()).not.toMatch(/Dry run/);
});

test('a dry run that stops does not say that items were done', async () => {
	const { error } = await world.run(
		'corlega',
		'contact.create',
		{ name: '={{ $json.name }}', ...DRY },
		{ items: [{ name: 'Goed' }, { name: '' }] },
	);
	expect(error?.message).toMatch(/Name is empty/);
	expect(JSON.stringify(error?.description)).not.toMatch(/Done before/);
});

test('overwriting does not say that a contact will be created: it may be there', async () => {
	const { json, hints } = await world.run('inboxify', 'contact.upsert', {
		...LIST,
		email: subscriber(0).email,
		options: { existing: 'overwrite', dryRun: true },
	});

	expect(json[0].outcome).toBe('createdOrOverwritten');
	expect(hints[0].message).toContain('Outcomes: 1 created or overwritten.');
});
