import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { byName, CONTINUE } from '../../../tools/engine/world';
import { freshWorld } from '../freshWorld';

const world = freshWorld({ corlega: { limit: null }, inboxify: { contacts: 50 } });

type Service = 'corlega' | 'inboxify';

/** The answer is lost: after the contact was created, or before. */
const LOST: Fault[] = [
	{ drop: 'after' },
	{ status: 500, processed: true },
	{ status: 502, processed: true },
];
const NOT_DONE: Fault[] = [{ drop: 'before' }, { status: 500 }, { status: 502 }];
/** The service may still be at work. */
const MAY_COME: Fault[] = [{ status: 504 }, { status: 524 }];

const LIST = 'Webshopklanten';
const PARAMETERS: Record<Service, IDataObject> = {
	corlega: {
		name: '={{ $json.name }}',
		matchOn: 'email',
		matchValue: '={{ $json.email }}',
		additionalFields: { email: '={{ $json.email }}', kvkNumber: '={{ $json.kvkNumber }}' },
	},
	inboxify: {
		list: byName(LIST),
		email: '={{ $json.email }}',
		additionalFields: {
			firstName: '={{ $json.name }}',
			tags: 'Merk B, Merk A',
			customDate: '2026-12-31',
			city: '',
		},
	},
};

const UNSURE = 'It may have been created all the same.';
const NOT_CREATED = 'It was not created: a look-up found nothing.';

async function run(
	service: Service,
	operation: string,
	items: IDataObject[],
	options: IDataObject = {},
) {
	const parameters = { ...PARAMETERS[service], options };
	const settings = CONTINUE;
	return await world.run(service, `contact.${operation}`, parameters, { items, settings });
}

/** Lets the next requests that create fail. */
const fail = (service: Service, fault: Fault) =>
	world.sandbox[service].faults.push({ ...fault, match: { method: 'POST' } });
const requests = (service: Service, method: string) =>
	world.sandbox[service].requests.filter((request) => request.method === method);

function expectUnsure({ error, details }: IDataObject): void {
	expect(error).toContain(UNSURE);
	expect(details).toMatchObject({ mayHaveBeenDone: true });
}

function expectNotCreated({ error, details }: IDataObject): void {
	expect(error).toContain(NOT_CREATED);
	expect(error).not.toContain(UNSURE);
	expect(details).toMatchObject({ mayHaveBeenDone: false, advice: 'Run this item again.' });
}

describe.each(['create', 'upsert'])('Corlega %s', (operation) => {
	const ITEM = { email: 'nieuw@onzeker.example', name: 'Nieuw', kvkNumber: '11223344' };
	const contacts = () => [...world.sandbox.corlega.contacts.values()];
	const made = () => contacts().filter(({ email }) => email === ITEM.email);
	/** Pages that are read for the item, which create reads only after a failure. */
	const pages = (readings: number) => readings * Math.ceil(contacts().length / 100);
	const before = operation === 'upsert' ? 1 : 0;
	const outcome = operation === 'upsert' ? { outcome: 'created' } : {};

	test.each([...LOST, { rawBody: '<html>', contentType: 'text/html', processed: true }])(
		'%j: a contact that was created is the output',
		async (fault) => {
			fail('corlega', fault);
			const { json } = await run('corlega', operation, [ITEM]);

			expect(json).toEqual([{ ...made()[0], ...outcome }]);
			expect(made()).toMatchObject([ITEM]);
			expect(requests('corlega', 'POST')).toHaveLength(1);
			expect(requests('corlega', 'GET')).toHaveLength(pages(before + 1));
		},
	);

	test.each([...NOT_DONE, { rawBody: '<html></html>' }])(
		'%j: a contact that is not there was not created',
		async (fault) => {
			fail('corlega', fault);
			const { json } = await run('corlega', operation, [ITEM]);

			expectNotCreated(json[0]);
			expect(made()).toEqual([]);
			expect(requests('corlega', 'POST')).toHaveLength(1);
		},
	);

	test.each([...MAY_COME, { status: 201, body: { data: {} } }])(
		'%j: a contact that is not there yet may still come',
		async (fault) => {
			fail('corlega', fault);
			const { json } = await run('corlega', operation, [ITEM]);

			expectUnsure(json[0]);
			expect(json[0].error).toMatch(/found nothing, but the record may still appear/);
			expect(requests('corlega', 'GET')).toHaveLength(pages(before + 1));
		},
	);

	test('a contact with other values is named, and the item stays unsure', async () => {
		const other = { id: 'ander', name: 'Ander', kvkNumber: ITEM.kvkNumber };
		world.sandbox.corlega.contacts.set('ander', other as never);
		fail('corlega', { status: 500 });
		const { json } = await run('corlega', operation, [ITEM]);

		expectUnsure(json[0]);
		expect(json[0].error).toMatch(/A look-up found a record with other values: ander\./);
	});

	test('nothing is looked up if that is turned off', async () => {
		fail('corlega', { drop: 'after' });
		const { json } = await run('corlega', operation, [ITEM], { lookUp: 'false' });

		expectUnsure(json[0]);
		expect(requests('corlega', 'GET')).toHaveLength(pages(before));
	});
});

describe.each(['create', 'bulkInsert', 'upsert', 'sync'])('Inboxify %s', (operation) => {
	const ITEMS = ['a', 'b', 'c'].map((name) => ({ email: `${name}@onzeker.example`, name }));
	const ONE = ITEMS.slice(0, 1);
	const contacts = () => world.sandbox.inboxify.lists.get(LIST)!.contacts;
	const isThere = () => ITEMS.map(({ email }) => contacts().has(email));
	const readsBefore = operation === 'upsert' || operation === 'sync';
	const EMPTY = { status: 200, rawBody: '' };

	test.each([...LOST, { status: 504, processed: true }, { ...EMPTY, processed: true }])(
		'%j: contacts that were created are the output',
		async (fault) => {
			fail('inboxify', { ...fault, times: ITEMS.length });
			const { json } = await run('inboxify', operation, ITEMS);

			const isCreate = operation === 'create';
			expect(json).toMatchObject(
				ITEMS.map(({ email, name }) =>
					isCreate ? { id: expect.anything(), email, firstName: name } : { email, success: true },
				),
			);
			expect(isThere()).toEqual([true, true, true]);
		},
	);

	test.each([...NOT_DONE, EMPTY])(
		'%j: contacts that are not there were not created',
		async (fault) => {
			fail('inboxify', { ...fault, times: ITEMS.length });
			const { json } = await run('inboxify', operation, ITEMS);

			expect(json).toHaveLength(ITEMS.length);
			json.forEach(expectNotCreated);
			expect(isThere()).toEqual([false, false, false]);
		},
	);

	test.each(MAY_COME)('%j: contacts that are not there yet may still come', async (fault) => {
		fail('inboxify', { ...fault, times: ITEMS.length });
		const { json } = await run('inboxify', operation, ITEMS);

		expect(json).toHaveLength(ITEMS.length);
		json.forEach(expectUnsure);
	});

	test('one contact is looked up by its address', async () => {
		fail('inboxify', { drop: 'after' });
		await run('inboxify', operation, ONE);

		expect(world.log('inboxify').at(-1)).toBe(`GET /contacts/${LIST}/a@onzeker.example`);
		expect(requests('inboxify', 'POST')).toHaveLength(1);
		expect(requests('inboxify', 'GET')).toHaveLength(readsBefore ? 2 : 1);
	});

	test.each<[string, Fault]>([
		['is refused', { status: 403, times: 9 }],
		['fails', { status: 500, times: 9 }],
		["gives a proxy's page", { status: 404, rawBody: '<html></html>' }],
		['gives something else', { body: { status: 'ok' } }],
	])('a reading that %s leaves the item unsure', async (_, fault) => {
		fail('inboxify', { drop: 'before' });
		const skip = readsBefore ? 1 : 0;
		world.sandbox.inboxify.faults.push({ skip, ...fault, match: { method: 'GET' } });
		const { json } = await run('inboxify', operation, ONE);

		expectUnsure(json[0]);
	});

	test('nothing is looked up if that is turned off', async () => {
		fail('inboxify', { drop: 'after' });
		const { json } = await run('inboxify', operation, ONE, { lookUp: false });

		expectUnsure(json[0]);
		expect(requests('inboxify', 'POST')).toHaveLength(1);
		expect(requests('inboxify', 'GET')).toHaveLength(readsBefore ? 1 : 0);
	});
});

describe('Inboxify create', () => {
	const ITEM = { email: 'jan@onzeker.example', name: 'Jan' };

	test.each<[string, boolean]>([
		['is there is the output', true],
		['is not there yet may still come', false],
	])('no answer within the timeout: a contact that %s', async (_, processed) => {
		fail('inboxify', { never: true, processed });
		const { json } = await run('inboxify', 'create', [ITEM], { timeout: 1 });

		if (processed) expect(json).toMatchObject([{ email: ITEM.email, firstName: 'Jan' }]);
		else expectUnsure(json[0]);
	});

	test('a contact with other values is named, and the item stays unsure', async () => {
		const [{ email, id }] = world.sandbox.inboxify.lists.get(LIST)!.contacts.rows;
		fail('inboxify', { drop: 'before' });
		const item = { email: email.toUpperCase(), name: 'Heel Anders' };
		const { json } = await run('inboxify', 'create', [item]);

		expectUnsure(json[0]);
		expect(json[0].error).toContain(`a record with other values: ${id}.`);
	});
});
