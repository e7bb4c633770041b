import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../../sandbox/http/faults';
import { byName, CONTINUE, World } from '../../../tools/engine/world';

let world: World;

beforeEach(async () => {
	world = await World.start({ corlega: { limit: null }, inboxify: { contacts: 50 } });
});

afterEach(async () => await world.sandbox.close());

/** The response is lost: after the contact was created, or before. */
const LOST: Fault[] = [
	{ drop: 'after' },
	{ status: 500, processed: true },
	{ status: 502, processed: true },
	{ rawBody: '<html>', contentType: 'text/html', processed: true },
];
const NOT_DONE: Fault[] = [{ drop: 'before' }, { status: 500 }, { status: 502 }];

const write = { method: 'POST' };

const writes = (node: 'corlega' | 'inboxify') =>
	world.sandbox[node].requests.filter(({ method }) => method !== 'GET');

const ITEM = { email: 'nieuw@onzeker.example', name: 'Nieuw', kvkNumber: '11223344' };

const corlega = async (operation: string, items: IDataObject[], options: IDataObject = {}) =>
	await world.run(
		'corlega',
		`contact.${operation}`,
		{
			name: '={{ $json.name }}',
			...(operation === 'upsert' && { matchOn: 'email', matchValue: '={{ $json.email }}' }),
			additionalFields: {
				...(operation === 'create' && { email: '={{ $json.email }}' }),
				kvkNumber: '={{ $json.kvkNumber }}',
			},
			options,
		},
		{ items, settings: CONTINUE },
	);

const inboxify = async (operation: string, items: IDataObject[], options: IDataObject = {}) =>
	await world.run(
		'inboxify',
		`contact.${operation}`,
		{
			list: byName('Webshopklanten'),
			email: '={{ $json.email }}',
			additionalFields: { city: '={{ $json.name }}', tags: 'B, A' },
			options,
		},
		{ items, settings: CONTINUE },
	);

const contacts = () => world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts;

describe.each(['create', 'upsert'])('Corlega %s', (operation) => {
	test.each(LOST)('%j: the contact comes out with its ID', async (fault) => {
		world.sandbox.corlega.faults.push({ ...fault, match: write });
		const { json } = await corlega(operation, [ITEM]);
		const [row] = [...world.sandbox.corlega.contacts.values()].filter(
			({ email }) => email === ITEM.email,
		);
		expect(json[0]).toMatchObject({ ...ITEM, id: row.id });
		if (operation === 'upsert') expect(json[0].outcome).toBe('created');
		expect(writes('corlega')).toHaveLength(1);
	});

	test.each(NOT_DONE)('%j: the error says that it was not created', async (fault) => {
		world.sandbox.corlega.faults.push({ ...fault, match: write });
		const { json } = await corlega(operation, [ITEM]);
		expect(json[0].error).toMatch(
			/It was not created: a look-up found nothing\. Run this item again/,
		);
		expect(json[0].details).toMatchObject({ mayHaveBeenDone: false });
	});

	test('after a timeout it may still appear', async () => {
		world.sandbox.corlega.faults.push({ status: 504, match: write });
		const { json } = await corlega(operation, [ITEM]);
		expect(json[0].error).toMatch(/found nothing, but the record may still appear/);
		expect(json[0].details).toMatchObject({ mayHaveBeenDone: true });
	});

	test('a contact with other values, or the reading failing, leaves it unsure', async () => {
		world.sandbox.corlega.contacts.set('ander', {
			id: 'ander',
			name: 'Ander',
			kvkNumber: ITEM.kvkNumber,
		} as never);
		world.sandbox.corlega.faults.push({ status: 500, match: write });
		const { json } = await corlega(operation, [ITEM]);
		expect(json[0].error).toMatch(/a record with other values: ander/);
		expect(json[0].details).toMatchObject({ mayHaveBeenDone: true });
	});

	test('can be switched off', async () => {
		world.sandbox.corlega.faults.push({ drop: 'after', match: write });
		const { json } = await corlega(operation, [ITEM], { lookUp: false });
		expect(json[0].details).toMatchObject({ mayHaveBeenDone: true });
	});
});

test('unsure items share a reading of the contacts', async () => {
	const items = Array.from({ length: 6 }, (_, index) => ({
		email: `nieuw${index}@onzeker.example`,
		name: `N${index}`,
		kvkNumber: null,
	}));
	world.sandbox.corlega.faults.push({ drop: 'after', match: write, times: 6 });
	const { json } = await corlega('create', items);
	expect(json.map(({ email }) => email)).toEqual(items.map(({ email }) => email));
	const reads = world.sandbox.corlega.requests.filter(({ method }) => method === 'GET').length;
	expect(reads).toBeLessThanOrEqual(4 * Math.ceil(world.sandbox.corlega.contacts.size / 100));
});

test('a contact that another item created is not taken for this one', async () => {
	world.sandbox.corlega.faults.push({ status: 500, match: write, skip: 1 });
	const { json } = await corlega('create', [ITEM, ITEM], { concurrency: 1 });
	expect(json[0]).toMatchObject(ITEM);
	expect(json[1].error).toMatch(/HTTP 500|duplicate/);
});

test('a contact without e-mail address and KvK number stays unsure', async () => {
	world.sandbox.corlega.faults.push({ drop: 'after', match: write });
	const { json } = await corlega('create', [{ name: 'Zonder' }]);
	expect(json[0].details).toMatchObject({ mayHaveBeenDone: true });
	expect(world.sandbox.corlega.requests).toHaveLength(1);
});

describe.each(['create', 'bulkInsert', 'upsert', 'sync'])('Inboxify %s', (operation) => {
	const items = ['a', 'b', 'c'].map((name) => ({ email: `${name}@onzeker.example`, name }));

	test.each(LOST.slice(0, 3))('%j: the contacts are reported as done', async (fault) => {
		world.sandbox.inboxify.faults.push({ ...fault, match: write, times: 3 });
		const { json } = await inboxify(operation, items);
		if (operation === 'create')
			expect(json.map(({ id }) => Boolean(id))).toEqual([true, true, true]);
		else expect(json.map(({ success }) => success)).toEqual([true, true, true]);
		for (const { email } of items) expect(contacts().get(email)).toBeDefined();
	});

	test.each(NOT_DONE)('%j: the errors say that they were not created', async (fault) => {
		world.sandbox.inboxify.faults.push({ ...fault, match: write, times: 3 });
		const { json } = await inboxify(operation, items);
		for (const { error, details } of json) {
			expect(error).toMatch(/It was not created: a look-up found nothing/);
			expect(details).toMatchObject({ mayHaveBeenDone: false });
		}
		for (const { email } of items) expect(contacts().get(email)).toBeUndefined();
	});

	test('one contact is looked up by its address', async () => {
		world.sandbox.inboxify.faults.push({ drop: 'after', match: write });
		await inboxify(operation, items.slice(0, 1));
		expect(world.sandbox.inboxify.requests.at(-1)!.path).toBe(
			'/contacts/Webshopklanten/a@onzeker.example',
		);
	});

	test('if looking up fails, it stays unsure', async () => {
		const isRead = operation === 'upsert' || operation === 'sync' ? { skip: 1 } : {};
		world.sandbox.inboxify.faults.push({ drop: 'after', match: write });
		world.sandbox.inboxify.faults.push({
			status: 403,
			match: { method: 'GET' },
			times: 9,
			...isRead,
		});
		const { json } = await inboxify(operation, items.slice(0, 1));
		expect(json[0].details).toMatchObject({ mayHaveBeenDone: true });
	});
});
