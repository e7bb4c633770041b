import type { IDataObject } from 'n8n-workflow';

import { inboxifyRoom } from './room';

const room = inboxifyRoom();
const { world, service } = room;

const EMAIL = 'iemand@voorbeeld.nl';
const CONTACT = { contactId: EMAIL };

/** Each operation, with what it asks for. */
const OPERATIONS: Record<string, IDataObject> = {
	'contact.create': {},
	'contact.bulkInsert': {},
	'contact.bulkDelete': {},
	'contact.bulkUnsubscribe': {},
	'contact.upsert': { options: { existing: 'overwrite' } },
	'contact.get': CONTACT,
	'contact.getAll': { returnAll: true },
	'contact.update': { ...CONTACT, updateFields: { city: 'Sneek' } },
	'contact.delete': CONTACT,
	'list.getAll': { returnAll: true },
	'tag.add': { ...CONTACT, tags: 'VIP' },
	'tag.delete': { ...CONTACT, tag: 'VIP' },
	'tag.getAll': { ...CONTACT, returnAll: true },
};

const CREATES = ['contact.create', 'contact.bulkInsert', 'contact.upsert', 'tag.add'];

const UNEXPECTED = /^Inboxify returned an unexpected response instead of /;

const run = async (operation: string, fault: object) => {
	service().faults.push({ times: 5, ...fault });
	const { options, ...parameters } = OPERATIONS[operation];
	return await room.run(operation, {
		email: EMAIL,
		...parameters,
		options: { ...(options as IDataObject), maxAttempts: 1, lookUp: false },
	});
};

describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
	test.each<[string, object]>([
		["a proxy's page", { rawBody: '<html>Log in</html>', contentType: 'text/html' }],
		['a page with 201', { status: 201, rawBody: '<html></html>', contentType: 'text/html' }],
		['an answer that is cut off', { rawBody: '[{"email": "iem' }],
		['a text', { body: 'OK' }],
		['a number', { body: 1 }],
	])('%s is no success', async (_, fault) => {
		const { error, json } = await run(operation, fault);

		expect(error?.message).toMatch(UNEXPECTED);
		expect(json).toEqual([]);
		const mayBeDone = error!.message.includes('It may have been created all the same.');
		expect(mayBeDone).toBe(CREATES.includes(operation));
		expect(service().requests).toHaveLength(1);
	});
});

describe('a contact has an ID or an address', () => {
	const NONE: unknown[][] = [
		[{}],
		[{ data: null }],
		[{ error: 'Ongeldig' }],
		[{ id: null, email: '' }],
		[[]],
		[null],
	];

	test.each(NONE)('%j is not the contact that was created', async (body) => {
		const { error } = await run('contact.create', { status: 201, body });

		expect(error?.message).toMatch(
			/an unexpected response instead of a contact .* It may have been created/,
		);
	});

	test.each(NONE)('%j is not the contact that was asked for', async (body) => {
		const { error } = await run('contact.get', { body });

		expect(error?.message).toMatch(/an unexpected response instead of a contact/);
	});

	test.each([[{ id: 12 }], [{ email: 'ander@voorbeeld.nl' }]])('%j is one', async (body) => {
		expect((await run('contact.create', { status: 201, body })).json).toEqual([body]);
	});
});

describe('the answer to an update, which is not documented', () => {
	test.each<[unknown, object]>([
		['', { updated: true }],
		[null, { updated: true }],
		[[], { updated: true }],
		[{}, {}],
		[
			{ id: '1', errors: [] },
			{ id: '1', errors: [] },
		],
	])('%j is good', async (body, output) => {
		const fault = body === '' ? { status: 200, rawBody: '' } : { body };
		expect((await run('contact.update', fault)).json).toEqual([output]);
	});

	test.each([[{ error: 'Ongeldig' }], [{ errors: ['Ongeldig'] }], [{ success: false }]])(
		'%j reports an error',
		async (body) => {
			expect((await run('contact.update', { body })).error?.message).toMatch(UNEXPECTED);
		},
	);
});

describe('what is deleted or added', () => {
	test.each(['contact.delete', 'tag.delete'])('%s answers 204', async (operation) => {
		expect((await run(operation, { status: 204 })).json).toEqual([{ deleted: true }]);
		world.clear();
		const { error } = await run(operation, { status: 200, rawBody: '' });
		expect(error?.message).toMatch(/an unexpected response instead of HTTP 204 \(HTTP 200/);
	});

	test('a contact that a repeated request finds gone is deleted', async () => {
		service().faults.push({ drop: 'after' });
		const { json } = await room.run('contact.delete', { contactId: room.known(0).email });

		expect(json).toEqual([{ deleted: true }]);
	});

	test('tags are added with 201, whatever comes with it', async () => {
		for (const body of [['VIP'], { id: 1 }, null]) {
			expect((await run('tag.add', { status: 201, body })).json).toEqual([
				{ added: true, tags: ['VIP'] },
			]);
			world.clear();
		}
		const { error } = await run('tag.add', { status: 200, body: [] });
		expect(error?.message).toMatch(/instead of HTTP 201 .*It may have been created/);
	});
});

describe('a list holds what it is a list of', () => {
	test.each([[[{ name: 'VIP' }]], [[null]], [[['VIP']]], [{ tags: [] }]])(
		'%j is no list of tags',
		async (body) => {
			expect((await run('tag.getAll', { body })).error?.message).toMatch(UNEXPECTED);
		},
	);

	test('a tag that is a number is a tag', async () => {
		expect((await run('tag.getAll', { body: ['VIP', 2026] })).json).toEqual([
			{ tag: 'VIP' },
			{ tag: '2026' },
		]);
	});

	test.each(['contact.getAll', 'list.getAll'])(
		'%s: what is no object is not dropped',
		async (operation) => {
			const body = [{ id: '1', email: EMAIL }, null, 'x'];
			expect((await run(operation, { body })).error?.message).toMatch(
				/instead of a list of objects/,
			);
		},
	);

	test('contacts without an ID are all returned', async () => {
		const body = [
			{ id: null, email: 'a@x.nl' },
			{ id: null, email: 'b@x.nl' },
			{ email: 'c@x.nl' },
		];
		expect((await run('contact.getAll', { times: 1, body })).json).toHaveLength(3);
	});
});

describe('a bulk call', () => {
	test.each<[string, unknown, boolean | string]>([
		['an empty list', [], true],
		['an object that says that all went well', { status: 'ok' }, true],
		['an object that reports an error', { message: 'Ongeldig' }, false],
	])('that is answered with %s', async (_, body, success) => {
		const { error, json } = await run('contact.bulkInsert', { body });

		expect(error).toBeUndefined();
		expect(json).toEqual([expect.objectContaining({ email: EMAIL, success })]);
	});

	test.each<[string, object]>([
		['nothing', { status: 200, rawBody: '' }],
		['an empty object', { body: {} }],
	])('that is answered with %s is done only where headers count it', async (_, fault) => {
		const { error } = await run('contact.bulkInsert', fault);
		expect(error?.message).toMatch(/instead of a list .*It may have been created all the same/);

		const headers = { 'X-Total-Count': '1', 'X-Total-Fail': '0', 'X-Total-Success': '1' };
		service().faults.length = 0;
		const { json } = await run('contact.bulkInsert', { ...fault, headers });
		expect(json).toEqual([expect.objectContaining({ success: true })]);
	});
});
