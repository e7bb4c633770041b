import type { IDataObject } from 'n8n-workflow';

import { nodeTypes } from '../../../tools/engine/types';
import { byId, CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

beforeEach(() => (world.sandbox.corlega.latency = 0));

const pair = (name: string, value: unknown, type?: string) => ({
	name,
	value: value as string,
	...(type && { type }),
});
const create = async (pairs: IDataObject[], options = {}) =>
	await world.run('corlega', 'quote.create', { bodyParameters: { parameters: pairs } }, options);
const bodies = () => world.sandbox.corlega.requests.map(({ body }) => body);

describe.each(['quote', 'invoice'] as const)('numbers of %ss', (kind) => {
	const titled = async (options: IDataObject) => {
		const items = Array.from({ length: 20 }, (_, index) => ({ title: `Rij ${index}` }));
		// Early ones take longer, so that only waiting for them keeps the order.
		world.sandbox.corlega.faults.push({ delay: 60 }, { delay: 30 });
		const bodyParameters = { parameters: [pair('title', '={{ $json.title }}')] };
		const parameters = { bodyParameters, options };
		return await world.run('corlega', `${kind}.create`, parameters, { items, settings: CONTINUE });
	};

	test('follow the order of the items, unless more go at a time', async () => {
		const { json } = await titled({});
		const numbers = json.map(({ number }) => String(number));

		expect(json.map(({ title }) => title)).toEqual(json.map((_, index) => `Rij ${index}`));
		expect(numbers).toEqual([...numbers].sort());
		expect(world.sandbox.corlega.maxInFlight).toBe(1);
	});

	test('and it is faster where the user wants that', async () => {
		world.sandbox.corlega.latency = 20;
		await titled({ concurrency: 4 });

		expect(world.sandbox.corlega.maxInFlight).toBe(4);
	});

	test('an item that fails does not mix up the others', async () => {
		world.sandbox.corlega.faults.push({ status: 400, skip: 3 });
		const { json } = await titled({});
		const numbers = json.flatMap(({ number }) => (number ? [String(number)] : []));

		expect(numbers).toHaveLength(19);
		expect(numbers).toEqual([...numbers].sort());
	});
});

test('only creating quotes and invoices goes one after another by itself', () => {
	const concurrencyOf = (resource: string, operation: string) =>
		nodeTypes.corlega.description.properties
			.filter(({ name, displayOptions: { show } = {} }) => {
				const isFor =
					show?.resource?.includes(resource) && show?.['/operation']?.includes(operation);
				return name === 'options' && isFor;
			})
			.flatMap(({ options }) => options as Array<{ name: string; default: unknown }>)
			.find(({ name }) => name === 'concurrency')?.default;

	expect(concurrencyOf('quote', 'create')).toBe(1);
	expect(concurrencyOf('invoice', 'create')).toBe(1);
	expect(concurrencyOf('quote', 'update')).toBe(8);
	expect(concurrencyOf('contact', 'create')).toBe(8);
});

describe('the type of a body field', () => {
	test.each<[string | undefined, unknown, unknown]>([
		[undefined, '100.50', '100.50'],
		['text', '100.50', '100.50'],
		['text', 'true', 'true'],
		['text', '={{ 100.5 }}', 100.5],
		['text', '={{ true }}', true],
		['text', '={{ [1, { a: null }] }}', [1, { a: null }]],
		['number', '100.50', 100.5],
		['number', ' -3 ', -3],
		['number', '007', 7],
		['number', '={{ 12.5 }}', 12.5],
		['number', 0, 0],
		['boolean', 'true', true],
		['boolean', ' FALSE ', false],
		['boolean', 'Yes', true],
		['boolean', 'no', false],
		['boolean', false, false],
		['json', '[{ "price": 1.5 }, null]', [{ price: 1.5 }, null]],
		['json', '"text"', 'text'],
		['json', 'null', null],
		['json', '={{ { lines: [1] } }}', { lines: [1] }],
	])('%s: %j is sent as %j', async (type, value, expected) => {
		const { error } = await create([pair('total', value, type)]);

		expect(error).toBeUndefined();
		expect(bodies()).toEqual([{ total: expected }]);
	});

	test.each<[string, unknown, RegExp]>([
		['number', '100,50', /must be a number, but is "100,50"$/],
		['number', '1.234,56', /must be a number/],
		['number', '1e3', /must be a number/],
		['number', '0x10', /must be a number/],
		['number', 'NaN', /must be a number/],
		['number', '12345678901234567890', /at most 15 digits/],
		['number', '={{ true }}', /must be a number, but is "true"$/],
		['number', '={{ [1] }}', /must be a number, but is "\[1\]"$/],
		['number', '={{ NaN }}', /can't be sent/],
		['text', '={{ 1 / 0 }}', /can't be sent/],
		['boolean', 'maybe', /must be one of true, false, but is "maybe"$/],
		['boolean', '={{ 2 }}', /must be one of true, false/],
		['boolean', '={{ {} }}', /must be one of true, false, but is "{}"$/],
		['json', '{ a: 1 }', /must be valid JSON/],
		['json', '[1', /must be valid JSON/],
		['date', 'x', /^The type of The value of "total" must be one of/],
	])(
		'%s: %j is an error that names the field, and nothing is sent',
		async (type, value, message) => {
			const { error } = await create([pair('total', value, type)]);

			expect(error?.name).toBe('NodeOperationError');
			expect(error?.message).toContain('"total"');
			expect(error?.message).toMatch(message);
			expect(bodies()).toEqual([]);
		},
	);
});

describe('empty body fields', () => {
	const quote = () => [...world.sandbox.corlega.quotes.values()][0];
	const update = async (pairs: IDataObject[], options: IDataObject = {}) =>
		await world.run('corlega', 'quote.update', {
			quoteId: byId(quote().id),
			bodyParameters: { parameters: pairs },
			options,
		});
	const PAIRS = [pair('title', 'x'), pair('note', '={{ "" }}'), pair('date', '={{ null }}')];

	test('are left out of a create', async () => {
		await create([...PAIRS, pair('total', ' ', 'number'), pair('', '')]);
		expect(bodies()).toEqual([{ title: 'x' }]);
	});

	test('are left out of an update', async () => {
		await update([...PAIRS, pair('lines', '={{ [] }}'), pair('zero', '={{ 0 }}')]);
		expect(bodies()).toEqual([{ title: 'x', lines: [], zero: 0 }]);
	});

	test('clear a field of an update where that is chosen; null still means left out', async () => {
		await update([...PAIRS, pair('', ' ')], { emptyValues: 'clear' });
		expect(bodies()).toEqual([{ title: 'x', note: '' }]);
	});

	test('that clear must fit their type', async () => {
		const { error } = await update([pair('total', '', 'number')], { emptyValues: 'clear' });
		expect(error?.message).toBe('The value of "total" must be a number, but is ""');
	});

	test('are all there is: the error says that the values are missing, not the fields', async () => {
		const { error } = await update([pair('note', '={{ "" }}'), pair('date', '={{ null }}')]);
		expect(error?.message).toBe(
			'All values under Body Fields are empty, so there is nothing to send',
		);
		expect(error?.description).toContain('set Empty Values under Options to Clear');
		const created = (await create([pair('note', '={{ "" }}')])).error;
		expect(created?.message).toBe(error?.message);
		expect(created?.description).not.toContain('Empty Values');
		expect(bodies()).toEqual([]);
	});

	test('what is given as JSON is sent as it is', async () => {
		const jsonBody = '{ "note": null, "title": "", "lines": [] }';
		await world.run('corlega', 'quote.update', {
			quoteId: byId(quote().id),
			specifyBody: 'json',
			jsonBody,
		});
		expect(bodies()).toEqual([JSON.parse(jsonBody)]);
	});
});
