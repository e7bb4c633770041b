import type { IDataObject } from 'n8n-workflow';

import type { RunResult } from './harness';
import { byId, byName, CONTINUE, ERROR_OUTPUT, World } from './world';

let world: World;

beforeAll(async () => {
	world = await World.start({ corlega: { limit: null } });
});

afterAll(async () => await world.sandbox.close());

beforeEach(() => world.clear());

const known = () => String([...world.sandbox.corlega.contacts.keys()][0]);
const GET_BY_ID = { contactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };
const itemOf = (result: RunResult, index: number) => result.outputs[0][index];

test.each([
	[
		'401',
		async () =>
			await world.run(
				'corlega',
				'contact.getAll',
				{},
				{
					credentials: { ...world.credentials('corlega'), apiKey: 'corlega_nobody' },
				},
			),
		/^Corlega: .+ \(HTTP 401, unauthorized\)$/,
		/Check the API key in the credential/,
	],
	[
		'403',
		async () =>
			await world.run(
				'corlega',
				'invoice.create',
				{ bodyParameters: { parameters: [{ name: 'a', value: 'b' }] } },
				{
					credentials: {
						...world.credentials('corlega'),
						apiKey: world.sandbox.corlega.keys.readOnly,
					},
				},
			),
		/^Corlega: Missing required scope: invoices\.write\. \(HTTP 403, insufficient_scope\)$/,
		/API key with the scope named above/,
	],
	[
		'404',
		async () => await world.run('corlega', 'contact.get', { contactId: byId('nobody') }),
		/\(HTTP 404, not_found\)$/,
		/Check the identifier/,
	],
	[
		'409',
		async () => {
			const [{ email }] = [...world.sandbox.corlega.contacts.values()].filter(({ email }) => email);
			return await world.run('corlega', 'contact.create', {
				name: 'x',
				additionalFields: { email } as IDataObject,
			});
		},
		/\(HTTP 409, duplicate_resource\)$/,
		/It exists in Corlega already/,
	],
	[
		'422',
		async () => {
			const paid = [...world.sandbox.corlega.invoices.values()].find(
				({ status }) => status === 'paid',
			)!;
			return await world.run('corlega', 'invoice.update', {
				invoiceId: byId(String(paid.id)),
				bodyParameters: { parameters: [{ name: 'total', value: '1' }] },
			});
		},
		/\(HTTP 422, invalid_state\)$/,
		/Its present state does not allow this change/,
	],
	[
		'500',
		async () => {
			world.sandbox.corlega.faults.push({
				status: 500,
				body: { error: { code: 'internal_error', message: 'Oeps.' } },
			});
			return await world.run('corlega', 'organization.get');
		},
		/^Corlega: Oeps\. \(HTTP 500, internal_error\)$/,
		/hello@corlega\.com/,
	],
	[
		'404',
		async () =>
			await world.run('inboxify', 'contact.get', {
				list: byName('Geen lijst'),
				contactId: 'a@b.nl',
			}),
		/^Inboxify: .*Geen lijst.* \(HTTP 404\)$/,
		/Check the name of the list/,
	],
	[
		'404',
		async () => await world.run('cor', 'organisation.get', { oin: byId('99999999999999999999') }),
		/^COR: .+ \(HTTP 404\)$/,
		/the register has no organisation with this number/,
	],
])('%s: what happened and what to do', async (status, run, message, description) => {
	const { error } = await run();

	expect(error?.name).toBe('NodeApiError');
	expect(error?.httpCode).toBe(status);
	expect(error?.message).toMatch(message);
	expect(error?.description).toMatch(description);
	expect(error?.context?.itemIndex).toBe(0);
});

test('the error names the item that failed, and stops there', async () => {
	const items = [{ id: known() }, { id: 'nobody' }, { id: known() }];
	const { error } = await world.run('corlega', 'contact.get', GET_BY_ID, { items });

	expect(error?.context?.itemIndex).toBe(1);
	expect(world.log('corlega')).toHaveLength(2);
});

test('Continue On Fail: an error item in place, linked, and the others go on', async () => {
	const items = [{ id: known() }, { id: 'nobody' }, { id: known() }];
	const result = await world.run('corlega', 'contact.get', GET_BY_ID, {
		items,
		settings: CONTINUE,
	});

	expect(result.error).toBeUndefined();
	expect(result.json.map(({ id }) => id)).toEqual([known(), undefined, known()]);
	expect(result.json[1].error).toMatch(/not_found\)\. Check the identifier/);
	expect(itemOf(result, 1).error?.name).toBe('NodeApiError');
	expect(result.outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 1, 2].map((item) => ({ item })),
	);
});

test('Error Output: failed items leave there, linked, and the others by the success branch', async () => {
	const items = [{ id: 'nobody' }, { id: known() }, { id: 'no one' }];
	const { outputs } = await world.run('corlega', 'contact.get', GET_BY_ID, {
		items,
		settings: ERROR_OUTPUT,
	});

	expect(outputs[0].map(({ json }) => json.id)).toEqual([known()]);
	expect(outputs[1].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(outputs[1].map(({ json }) => json.error)).toEqual([
		expect.stringContaining('HTTP 404'),
		expect.stringContaining('HTTP 404'),
	]);
});

test('Retry On Fail with Continue does not run the node again, and so no create twice', async () => {
	const items = [{ name: '' }, { name: 'Eenmalig B.V.' }];
	const before = world.sandbox.corlega.contacts.size;
	await world.run(
		'corlega',
		'contact.create',
		{ name: '={{ $json.name }}' },
		{
			items,
			settings: { ...CONTINUE, retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
		},
	);

	expect(world.sandbox.corlega.contacts.size).toBe(before + 1);
	expect(world.log('corlega')).toEqual(['POST /contacts']);
});

test('parameters are read for each item', async () => {
	const items = [
		{ name: 'Een', phone: '1' },
		{ name: 'Twee', phone: 2 },
		{ name: 'Drie', phone: '3' },
	];
	const { json, outputs } = await world.run(
		'corlega',
		'contact.create',
		{ name: '={{ $json.name }}', additionalFields: { phone: '={{ $json.phone }}' } },
		{ items },
	);

	expect(json.map(({ name, phone }) => [name, phone])).toEqual([
		['Een', '1'],
		['Twee', '2'],
		['Drie', '3'],
	]);
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 1, 2].map((item) => ({ item })),
	);
});

describe('bad input is told before a request is sent', () => {
	// n8n itself tells of a required field that is left empty; not of an expression that is.
	const EMPTY = '={{ "" }}';
	const list = byName('Webshopklanten');
	const email = 'jan@voorbeeld.nl';
	const create = (additionalFields: IDataObject) => ({ list, email, additionalFields });

	test.each<[string, 'corlega' | 'inboxify' | 'cor', string, IDataObject, RegExp]>([
		['no name', 'corlega', 'contact.create', { name: ' ' }, /^Name is empty$/],
		['no contact', 'corlega', 'contact.get', { contactId: byId(EMPTY) }, /^Contact is empty$/],
		[
			'a path',
			'corlega',
			'contact.get',
			{ contactId: byId('..') },
			/can't be used as an identifier/,
		],
		[
			'nothing to update',
			'corlega',
			'contact.update',
			{ contactId: byId('1') },
			/^Update Fields is empty$/,
		],
		[
			'an object',
			'corlega',
			'contact.create',
			{ name: 'x', additionalFields: { phone: '={{ {} }}' } },
			/^Phone must be text/,
		],
		[
			'a field twice',
			'corlega',
			'contact.create',
			{ name: 'x', additionalFields: { customFields: { field: [{ name: 'name', value: 'y' }] } } },
			/"name" is given twice/,
		],
		[
			'a nameless field',
			'corlega',
			'quote.create',
			{ bodyParameters: { parameters: [{ name: '', value: 'y' }] } },
			/^The name of a field is empty$/,
		],
		[
			'a name twice',
			'corlega',
			'quote.create',
			{
				bodyParameters: {
					parameters: [
						{ name: 'a', value: '1' },
						{ name: 'a', value: '2' },
					],
				},
			},
			/names a field twice/,
		],
		['no body', 'corlega', 'quote.create', {}, /^Body Fields is empty$/],
		[
			'broken JSON',
			'corlega',
			'quote.create',
			{ specifyBody: 'json', jsonBody: '{ a: ' },
			/^JSON can't be read$/,
		],
		[
			'a JSON list',
			'corlega',
			'quote.create',
			{ specifyBody: 'json', jsonBody: '[1]' },
			/^JSON must be one object$/,
		],
		[
			'empty JSON',
			'corlega',
			'invoice.update',
			{ invoiceId: byId('1'), specifyBody: 'json', jsonBody: '{}' },
			/^JSON is empty$/,
		],
		[
			'VAT',
			'corlega',
			'organization.update',
			{ updateFields: { defaultVatPercentage: 101 } },
			/^Default VAT Percentage must be a number, 0 to 100, but is "101"$/,
		],
		[
			'currency',
			'corlega',
			'organization.update',
			{ updateFields: { defaultCurrency: 'euro' } },
			/^Default Currency must be a code of 3 capitals/,
		],
		[
			'days',
			'corlega',
			'organization.update',
			{ updateFields: { defaultPaymentTermsDays: 1.5 } },
			/must be a whole number/,
		],
		[
			'limit',
			'corlega',
			'contact.getAll',
			{ limit: 0 },
			/^Limit must be a number, 1 or more, but is "0"$/,
		],
		[
			'attempts',
			'corlega',
			'contact.getAll',
			{ options: { maxAttempts: 0 } },
			/^Maximum Attempts must be a number, 1 to 20/,
		],
		['no list', 'inboxify', 'contact.getAll', { list: byName(EMPTY) }, /^List is empty$/],
		['no address', 'inboxify', 'contact.create', { list, email: EMPTY }, /^Email is empty$/],
		[
			'a long address',
			'inboxify',
			'contact.create',
			{ list, email: `${'a'.repeat(40)}@voorbeeld.nl` },
			/^Email may have 50 characters at most, but has 53/,
		],
		[
			'a long field',
			'inboxify',
			'contact.create',
			create({ insertion: 'x'.repeat(21) }),
			/^Insertion may have 20 characters at most, but has 21/,
		],
		[
			'sex',
			'inboxify',
			'contact.create',
			create({ sex: 3 }),
			/^Sex must be one of 0, 1, 2, but is "3"$/,
		],
		[
			'country',
			'inboxify',
			'contact.create',
			create({ countryCode: 'NL' }),
			/^Country Code must be an ISO code of 3 letters, e.g. NLD, but is "NL"$/,
		],
		[
			'a date',
			'inboxify',
			'contact.create',
			create({ customDate: '31-12-2026' }),
			/^Custom Date must be a date like 2026-12-31/,
		],
		[
			'a day that is not',
			'inboxify',
			'contact.create',
			create({ customDate: '2026-02-30' }),
			/^Custom Date must be a date like/,
		],
		[
			'a long tag',
			'inboxify',
			'tag.add',
			{ list, contactId: email, tags: `kort, ${'x'.repeat(33)}` },
			/^A tag may have 32 characters at most, but has 33/,
		],
		['no tag', 'inboxify', 'tag.add', { list, contactId: email, tags: ' , ' }, /^Tags is empty$/],
		[
			'no tag to delete',
			'inboxify',
			'tag.delete',
			{ list, contactId: email, tag: EMPTY },
			/^Tag is empty$/,
		],
		[
			'a big batch',
			'inboxify',
			'contact.bulkInsert',
			{ list, email, options: { batchSize: 1001 } },
			/^Batch Size must be a number, 1 to 1000/,
		],
		[
			'an offset',
			'inboxify',
			'contact.getAll',
			{ list, options: { offset: -1 } },
			/^Offset must be a number, 0 or more/,
		],
		[
			'a filter',
			'inboxify',
			'contact.getAll',
			{ list, options: { unsubscribed: 'maybe' } },
			/^Unsubscribed must be one of all, only, exclude/,
		],
		[
			'no change',
			'inboxify',
			'contact.update',
			{ list, contactId: email },
			/^Update Fields is empty$/,
		],
		[
			'a yes or no',
			'inboxify',
			'contact.create',
			create({ unsubscribed: 'ja' }),
			/^Unsubscribed must be one of true, false/,
		],
		[
			'an OIN',
			'cor',
			'organisation.get',
			{ oin: byId('={{ 123 }}') },
			/^OIN must be 20 digits, but is "123"$/,
		],
		[
			'an OIN filter',
			'cor',
			'organisation.getAll',
			{ filters: { oin: 'x'.repeat(20) } },
			/^OIN must be 20 digits/,
		],
		[
			'a KvK number',
			'cor',
			'organisation.getAll',
			{ filters: { kvkNummer: '1234567' } },
			/^KvK Number must be 8 digits/,
		],
		[
			'a code',
			'cor',
			'organisation.getAll',
			{ filters: { organisatieCode: '16' } },
			/^Organisation Code must be 4 characters/,
		],
		[
			'a type',
			'cor',
			'organisation.getAll',
			{ filters: { organisatieType: 'XX' } },
			/^Organisation Type must be one of GM, PV, WS/,
		],
		[
			'a status',
			'cor',
			'organisation.getAll',
			{ filters: { status: 'actief' } },
			/^Status must be one of Actief, Ingetrokken/,
		],
	])('%s', async (_, node, operation, parameters, message) => {
		const { error } = await world.run(node, operation, parameters);

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toMatch(message);
		expect(error?.context?.itemIndex).toBe(0);
		expect(world.log(node)).toEqual([]);
	});
});

test('subscribing alone is an update', async () => {
	const { inboxify } = world.sandbox;
	const [{ email }] = inboxify.lists.get('Webshopklanten')!.contacts.values();
	inboxify.echo = false;
	const { json } = await world.run('inboxify', 'contact.update', {
		list: byName('Webshopklanten'),
		contactId: email,
		options: { subscribe: 'unsubscribe' },
	});
	inboxify.echo = true;

	expect(json).toEqual([{ updated: true }]);
	expect(inboxify.requests[0]).toMatchObject({ query: { subscribe: 'False' }, body: {} });
});

describe('secrets', () => {
	test('a key that the service repeats is blotted out', async () => {
		const { apiKey } = world.credentials('corlega');
		world.sandbox.corlega.faults.push({
			status: 400,
			body: { error: { code: 'invalid_request', message: `Bad header: Bearer ${String(apiKey)}` } },
		});
		const result = await world.run('corlega', 'organization.get');

		expect(result.error?.message).toContain('Bad header: Bearer *****');
		expect(JSON.stringify(result.run.data.resultData)).not.toContain(apiKey);
	});

	test.each(['drop', 'refused'])(
		'no key is in the error of a broken connection (%s)',
		async (kind) => {
			const credentials = world.credentials('inboxify');
			if (kind === 'drop') world.sandbox.inboxify.faults.push({ drop: 'before', times: 5 });
			else credentials.baseUrl = 'http://127.0.0.1:9';
			const result = await world.run(
				'inboxify',
				'contact.create',
				{ list: byName('x'), email: 'a@b.nl', options: { maxAttempts: 1 } },
				{ credentials: { ...credentials, authentication: 'basic' }, settings: CONTINUE },
			);

			expect(result.json[0].error).toMatch(/^The connection to Inboxify failed/);
			const text = JSON.stringify(result.run.data.resultData);
			expect(text).not.toContain(credentials.secretKey);
			expect(text).not.toContain(
				Buffer.from(`${credentials.apiKey}:${credentials.secretKey}`).toString('base64'),
			);
		},
	);
});

describe('redirects', () => {
	test('to the same server are followed for a read', async () => {
		const { corlega } = world.sandbox;
		corlega.faults.push({ status: 307, headers: { Location: '/v1/organization' }, body: {} });
		const { json } = await world.run('corlega', 'apiKey.get');

		expect(json).toEqual([corlega.organization]);
	});

	test('to another server are not followed, so that the key stays where it belongs', async () => {
		const other = world.sandbox.inboxify;
		world.sandbox.corlega.faults.push({
			status: 302,
			headers: { Location: `${other.url}/lists` },
			body: {},
		});
		const { error } = await world.run('corlega', 'organization.get');

		expect(error?.message).toContain('redirects to');
		expect(other.requests).toEqual([]);
	});

	test('are not followed for a write', async () => {
		world.sandbox.corlega.faults.push({
			status: 307,
			headers: { Location: '/v1/contacts' },
			body: {},
		});
		const { error } = await world.run('corlega', 'contact.create', { name: 'x' });

		expect(error?.httpCode).toBe('307');
		expect(world.log('corlega')).toHaveLength(1);
	});

	test('in a circle come to an end', async () => {
		world.sandbox.corlega.faults.push({
			times: 50,
			status: 302,
			headers: { Location: '/v1/me' },
			body: {},
		});
		const { error } = await world.run('corlega', 'apiKey.get');

		expect(error?.httpCode).toBe('302');
		expect(world.log('corlega').length).toBeLessThan(10);
	});
});

test("a create answered by a proxy's page may have been done", async () => {
	world.sandbox.corlega.faults.push({
		rawBody: '<html></html>',
		headers: { 'content-type': 'text/html' },
	});
	const { error } = await world.run('corlega', 'contact.create', { name: 'x' });

	expect(error?.message).toContain('something else than an object');
	expect(error?.message).toContain('It may have been created all the same.');
});

test('as a tool of an AI Agent the message says what to do, as a model is given nothing else', async () => {
	const type = 'n8n-nodes-dutch-business.inboxifyTool';
	const parameters = { list: byName('Geen lijst'), contactId: 'a@b.nl' };
	const { error } = await world.run('inboxify', 'contact.get', parameters, { settings: { type } });

	expect(error?.message).toMatch(
		/^Inboxify: There is no list Geen lijst \(HTTP 404\)\. Check the name of the list/,
	);
});
