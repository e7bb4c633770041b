import type { IDataObject, INode } from 'n8n-workflow';

import {
	byId,
	byName,
	CONTINUE,
	ERROR_OUTPUT,
	type NodeName,
	sharedWorld,
} from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

const known = () => String([...world.sandbox.corlega.contacts.keys()][0]);
const GET_BY_ID = { contactId: byId('={{ $json.id }}') };
const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

test('the error names the item that failed, and stops there', async () => {
	const items = [{ id: known() }, { id: 'nobody' }, { id: known() }];
	const { error } = await world.run('corlega', 'contact.get', GET_BY_ID, { items });

	expect(error?.context?.itemIndex).toBe(1);
	expect(world.log('corlega')).toHaveLength(2);
});

test('Continue On Fail: an error item in place, linked, and the others go on', async () => {
	const items = [{ id: known() }, { id: 'nobody' }, { id: known() }];
	const settings = CONTINUE;
	const run = await world.run('corlega', 'contact.get', GET_BY_ID, { items, settings });
	const { error, json, outputs } = run;

	expect(error).toBeUndefined();
	expect(json.map(({ id }) => id)).toEqual([known(), undefined, known()]);
	expect(json[1].error).toMatch(/not_found\)\. Check the identifier/);
	expect(json[1].details).toEqual({
		service: 'Corlega',
		status: 404,
		code: 'not_found',
		mayHaveBeenDone: false,
		attempts: 1,
		retryAfter: null,
		advice: expect.stringContaining('Check the identifier'),
		item: 1,
	});
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
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

const LIST = { list: byName('Webshopklanten') };

/** An operation of each kind, with the request that fails, and whether it may have been done then. */
const FAILING: Array<[NodeName, string, IDataObject, boolean]> = [
	['corlega', 'contact.get', GET_BY_ID, false],
	['corlega', 'contact.create', { name: '={{ $json.id }}' }, true],
	['corlega', 'contact.update', { ...GET_BY_ID, updateFields: { phone: '1' } }, true],
	['inboxify', 'contact.bulkInsert', { ...LIST, email: '={{ $json.id }}@x.nl' }, true],
	['inboxify', 'contact.bulkDelete', { ...LIST, email: '={{ $json.id }}@x.nl' }, true],
	['inboxify', 'contact.delete', { ...LIST, ...GET_BY_ID }, true],
	['cor', 'organisation.getAll', { filters: { zoek: '={{ $json.id }}' } }, false],
];

describe.each(FAILING)('%s %s', (node, operation, parameters, mayHaveBeenDone) => {
	const items = [{ id: 'first', row: 1 }];
	const runAndFail = async (settings: Partial<INode>) => {
		const headers = { 'Retry-After': '7' };
		world.sandbox[node].faults.push({ status: 503, headers, times: 9 });
		const options = { maxAttempts: 1 };
		return await world.run(node, operation, { ...parameters, options }, { items, settings });
	};

	test.each([
		['the regular output', CONTINUE, 0, {}],
		['the error output, with the row that failed', ERROR_OUTPUT, 1, items[0]],
	])('its error item says on %s what can be acted on', async (_, settings, output, row) => {
		const { outputs } = await runAndFail(settings);

		expect(outputs[output].map(({ json }) => json)).toEqual([
			{
				...row,
				error: expect.stringMatching(/HTTP 503.*\[item 0\]$/),
				details: {
					service: world.sandbox[node].title,
					status: 503,
					code: null,
					mayHaveBeenDone,
					attempts: 1,
					retryAfter: 7,
					advice: expect.any(String),
					item: 0,
				},
			},
		]);
		expect(outputs[output][0].pairedItem).toEqual({ item: 0 });
	});

	test.each([
		['the regular output', CONTINUE, 0],
		['the error output', ERROR_OUTPUT, 1],
	])(
		'with Retry On Fail the node runs once, and its error is on %s',
		async (_, settings, output) => {
			const { outputs } = await runAndFail({ ...settings, ...RETRY });

			expect(outputs[output].map(({ json }) => json.error)).toEqual([
				expect.stringContaining('HTTP 503'),
			]);
			// After the create, it is looked up.
			const sent = world.log(node).filter((line) => line.startsWith('POST'));
			expect(sent.length || world.log(node).length).toBe(1);
		},
	);
});

test('with Retry On Fail, a wrong item does not send the others again, and each is linked to its input', async () => {
	const { outputs } = await world.run(
		'corlega',
		'contact.create',
		{ name: '={{ $json.name }}' },
		{ items: [{ name: '' }, { name: 'Eenmalig B.V.' }], settings: { ...CONTINUE, ...RETRY } },
	);

	expect(world.log('corlega')).toEqual(['POST /contacts']);
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(outputs[0][1].json.name).toBe('Eenmalig B.V.');
});

test('input that is wrong was not sent', async () => {
	const parameters = { name: '={{ "" }}' };
	const { json } = await world.run('corlega', 'contact.create', parameters, { settings: CONTINUE });

	expect(json).toEqual([
		{
			error: expect.stringMatching(/^Name is empty/),
			details: {
				service: 'Corlega',
				status: null,
				code: null,
				mayHaveBeenDone: false,
				attempts: 0,
				retryAfter: null,
				advice: 'Fill in Name.',
				item: 0,
			},
		},
	]);
});

test('a row that failed can be sent again from the error output as it came', async () => {
	const items = [{ name: 'Opnieuw B.V.', phone: '050' }];
	const parameters = {
		name: '={{ $json.name }}',
		additionalFields: { phone: '={{ $json.phone }}' },
	};
	world.sandbox.corlega.faults.push({ status: 400 });
	const failed = await world.run('corlega', 'contact.create', parameters, {
		items,
		settings: ERROR_OUTPUT,
	});
	const again = failed.outputs[1].map(({ json }) => json);
	const { json } = await world.run('corlega', 'contact.create', parameters, { items: again });

	expect(json).toEqual([expect.objectContaining(items[0])]);
});
