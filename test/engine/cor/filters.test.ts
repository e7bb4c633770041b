import type { IDataObject } from 'n8n-workflow';

import { CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld();

const FILTERS: Array<[name: string, label: string]> = [
	['kvkNummer', 'KvK Number'],
	['naam', 'Name'],
	['oin', 'OIN'],
	['organisatieCode', 'Organisation Code'],
	['organisatieType', 'Organisation Type'],
	['status', 'Status'],
	['zoek', 'Search'],
];

const BLANK: Array<[what: string, value: string]> = [
	['an empty text', ''],
	['spaces', '  \t '],
	['a field that the item lacks', '={{ $json.missing }}'],
	['a field of a field that the item lacks', '={{ $json.missing.name }}'],
	['null', '={{ null }}'],
	['an empty list', '={{ [] }}'],
	['a list of nothing', '={{ [null, " "] }}'],
	['an empty object', '={{ {} }}'],
	['an expression that leaves a space', '= {{ $json.missing }}'],
];

describe.each(FILTERS)('the filter %s', (name, label) => {
	test.each(BLANK)('that was added and is %s is an error before a request', async (_, value) => {
		const { error, json } = await world.run('cor', 'organisation.getAll', {
			returnAll: true,
			filters: { [name]: value },
		});

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toBe(`The filter ${label} is empty`);
		expect(error?.description).toMatch(`Remove the filter ${label}`);
		expect(error?.description).toContain('Filter node');
		expect(json).toEqual([]);
		expect(world.log('cor')).toEqual([]);
	});
});

test.each<[name: string, value: string]>([
	['naam', '-'],
	['naam', '\u200b'],
	['zoek', '%'],
	['zoek', '*'],
	['zoek', '={{ "\\ufeff" }}'],
])('%s "%s", without a letter or a digit, counts as blank', async (name, value) => {
	const { error } = await world.run('cor', 'organisation.getAll', { filters: { [name]: value } });

	expect(error?.message).toMatch(/^The filter (Name|Search) is empty$/);
	expect(world.log('cor')).toEqual([]);
});

test.each<[name: string, value: string]>([
	['naam', '={{ { toString: 1 } }}'],
	['status', '={{ ["Actief"] }}'],
	['organisatieType', '={{ true }}'],
	['oin', '={{ 1234567891000 }}'],
	['zoek', '={{ false }}'],
])('%s of another kind (%s) is an error before a request', async (name, value) => {
	const { error } = await world.run('cor', 'organisation.getAll', { filters: { [name]: value } });

	expect(error?.name).toBe('NodeOperationError');
	expect(error?.message).toMatch(/ must be /);
	expect(world.log('cor')).toEqual([]);
});

test.each([
	['Gemeente', 'GM'],
	['provincie', 'PV'],
	['Waterschap', 'WS'],
	['hoogheemraadschap', 'WS'],
	['ws', 'WS'],
	['GM', 'GM'],
	['gm', 'GM'],
	[' WS ', 'WS'],
	['MIN', 'MIN'],
	['1A2', '1A2'],
	['constructor', 'constructor'],
	['Ministerie', 'Ministerie'],
])('the type %s asks for %s', async (organisatieType, asked) => {
	const parameters = { limit: 1, filters: { organisatieType: '={{ $json.value }}' } };
	const items = [{ value: organisatieType }];
	await world.run('cor', 'organisation.getAll', parameters, { items });

	expect(world.sandbox.cor.requests[0].query).toMatchObject({ organisatieType: asked });
});

test('one blank filter beside a good one is an error: it would widen what is read', async () => {
	const filters = { organisatieType: 'GM', naam: '={{ $json.name }}' };
	const { error } = await world.run('cor', 'organisation.getAll', { filters });

	expect(error?.message).toBe('The filter Name is empty');
	expect(world.log('cor')).toEqual([]);
});

test('of several rows the nameless one is an error, and the others are looked up', async () => {
	const items = [{ name: 'Gemeente Haarlem' }, {}, { name: ' ' }, { name: 'Gemeente Test' }];
	const { outputs } = await world.run(
		'cor',
		'organisation.getAll',
		{ returnAll: true, filters: { naam: '={{ $json.name }}' } },
		{ items, settings: CONTINUE },
	);

	expect(outputs[0].map(({ json }) => json.error ?? json.naam)).toEqual([
		'Gemeente Haarlem',
		expect.stringContaining('The filter Name is empty'),
		expect.stringContaining('The filter Name is empty'),
		'Gemeente Test',
	]);
	expect(world.log('cor')).toHaveLength(2);
});

test('numbers and spaces around a value are taken', async () => {
	const [{ oin }] = world.sandbox.cor.organisations;
	const run = async (filters: IDataObject) =>
		(await world.run('cor', 'organisation.getAll', { filters })).json.map((one) => one.oin);

	expect(await run({ kvkNummer: '={{ 12345678 }}' })).toEqual([oin]);
	expect(await run({ naam: ' Gemeente Test ' })).toEqual([oin]);
	expect(await run({ oin: ` ${oin}\n` })).toEqual([oin]);
});

// What is typed blank n8n itself refuses to run; an expression may leave it blank.
test.each<[what: string, oin: string]>([
	['an empty text', '={{ "" }}'],
	['spaces', '={{ "  " }}'],
	['a field that the item lacks', '={{ $json.missing }}'],
	['null', '={{ null }}'],
	['an empty list', '={{ [] }}'],
	['another path', '={{ "../laatsteWijziging" }}'],
	['a number that lost its zeros', '={{ 1234567891000 }}'],
])('Get with %s as OIN asks nothing', async (_, value) => {
	for (const mode of ['id', 'list']) {
		const { error } = await world.run('cor', 'organisation.get', {
			oin: { __rl: true, mode, value },
		});
		expect(error?.message).toMatch(/^OIN (is empty|must be 20 digits)/);
	}
	expect(world.log('cor')).toEqual([]);
});
