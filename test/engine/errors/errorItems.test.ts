import { CONTINUE, ERROR_OUTPUT, type RunResult, sharedWorld } from '../world';

const world = sharedWorld({ corlega: { limit: null } });

const known = () => String([...world.sandbox.corlega.contacts.keys()][0]);
const GET_BY_ID = { contactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };
const itemOf = (result: RunResult, index: number) => result.outputs[0][index];

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
