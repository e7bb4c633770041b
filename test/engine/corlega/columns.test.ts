import type { IDataObject } from 'n8n-workflow';

import { byId, CONTINUE } from '../../../tools/engine/world';
import { columnsOf } from '../editor';
import { freshWorld } from '../freshWorld';

const world = freshWorld({ corlega: { limit: null, invoices: 20 } });

const columns = async (method = 'getInvoiceColumns') =>
	await columnsOf(world.setup('corlega'), method);

/** An invoice that the account has, with lines. */
function addInvoice(fields: IDataObject = {}) {
	world.sandbox.corlega.invoices.set('met-regels', {
		id: 'met-regels',
		reference: 'PO-1',
		dueDate: '2026-10-01T00:00:00Z',
		paid: false,
		customer: { name: 'De Vries' },
		labels: ['a'],
		lines: [
			{ description: 'Uren', quantity: 2, price: 85.5 },
			{ description: 'Materiaal', quantity: 1, price: 10, tax: { rate: 21 } },
		],
		...fields,
	} as never);
}

/** Runs an operation with columns of the account. */
async function run(
	operation: string,
	mapper: IDataObject,
	items: unknown[],
	options: IDataObject = {},
) {
	const { fields } = await columns();
	world.clear();
	return await world.run(
		'corlega',
		operation,
		{
			invoiceId: byId('met-regels'),
			specifyBody: 'columns',
			columns: { mappingMode: 'defineBelow', value: null, schema: fields as never, ...mapper },
			options,
		},
		{ items: items as IDataObject[], settings: CONTINUE },
	);
}

const create = async (mapper: IDataObject, items: unknown[] = [{}], options?: IDataObject) =>
	await run('invoice.create', mapper, items, options);

const AUTOMATIC = { mappingMode: 'autoMapInputData' };

/** Maps items automatically. @param by what of an item makes one invoice where it is equal */
const createFrom = async (items: unknown[], by?: string, options: IDataObject = {}) =>
	await create(AUTOMATIC, items, { ...(by && { combineBy: `={{ $json.${by} }}` }), ...options });

const sent = () =>
	world.sandbox.corlega.requests.filter(({ method }) => method !== 'GET').map(({ body }) => body);

function expectRefused([{ error }]: IDataObject[], message: RegExp): void {
	expect(error).toMatch(message);
	expect(sent()).toEqual([]);
}

const messages = (hints: Array<{ message: string }>) => hints.map(({ message }) => message);

const ROWS = [
	{
		Reference: 'PO-7',
		'Lines: Description': 'Uren',
		'lines.description': 'Uren',
		'lines.quantity': '2',
		'lines.price': 85.5,
	},
	{ Reference: 'PO-7', 'lines.description': 'Reis', 'lines.quantity': 1, 'lines.price': '12.50' },
	{ Reference: 'PO-7', 'lines.description': 'Materiaal', 'lines.quantity': 3, 'lines.price': 4 },
];

const LINES = [
	{ description: 'Uren', quantity: 2, price: 85.5 },
	{ description: 'Reis', quantity: 1, price: 12.5 },
	{ description: 'Materiaal', quantity: 3, price: 4 },
];

describe('the columns', () => {
	test('come from records of the account, in one request, with their types', async () => {
		addInvoice();
		const { fields } = await columns();
		expect(world.sandbox.corlega.requests).toHaveLength(1);
		expect(Object.fromEntries(fields.map(({ id, type }) => [id, type]))).toEqual({
			number: 'string',
			status: 'string',
			total: 'number',
			reference: 'string',
			dueDate: 'dateTime',
			paid: 'options',
			customer: 'object',
			labels: 'array',
			'lines.description': 'string',
			'lines.quantity': 'number',
			'lines.price': 'number',
			'lines.tax': 'object',
		});
		expect(fields.find(({ id }) => id === 'lines.description')!.displayName).toBe(
			'Lines: Description',
		);
	});

	test('an account without records says what to do', async () => {
		world.sandbox.corlega.quotes.clear();
		expect(await columns('getQuoteColumns')).toEqual({
			fields: [],
			emptyFieldsNotice: expect.stringMatching(
				/^Your account has no quotes yet.*Using Fields Below/,
			),
		});
	});

	test('a wrong key is an error with advice', async () => {
		world.sandbox.corlega.faults.push({ status: 401, times: 9 });
		await expect(columns()).rejects.toThrow(/HTTP 401/);
	});
});

describe('an invoice with three lines', () => {
	beforeEach(() => addInvoice());

	test('from lists, one value for each line', async () => {
		const { json } = await create(
			{
				value: {
					reference: '={{ $json.ref }}',
					paid: '={{ "nee" }}',
					'lines.description': '={{ JSON.stringify($json.rows.map(row => row.what)) }}',
					'lines.quantity': '={{ $json.rows.map(row => row.count) }}',
					'lines.price': '10',
				},
			},
			[
				{
					ref: 'PO-9',
					rows: [1, 2, 3].map((count) => ({ what: `Regel ${count}`, count: String(count) })),
				},
			],
		);
		expect(json[0].error).toBeUndefined();
		expect(sent()).toEqual([
			{
				reference: 'PO-9',
				paid: false,
				lines: [1, 2, 3].map((quantity) => ({
					description: `Regel ${quantity}`,
					quantity,
					price: 10,
				})),
			},
		]);
	});

	test('from three items, by hand', async () => {
		const { json } = await create(
			{
				value: {
					reference: '={{ $json.Reference }}',
					'lines.description': '={{ $json["lines.description"] }}',
					'lines.quantity': '={{ $json["lines.quantity"] }}',
					'lines.price': '={{ $json["lines.price"] }}',
				},
			},
			ROWS,
			{ combineBy: '={{ $json.Reference }}' },
		);
		expect(sent()).toEqual([{ reference: 'PO-7', lines: LINES }]);
		expect(json).toHaveLength(1);
	});

	test('from three items, automatically; fields without a column are named in a hint', async () => {
		const { json, hints } = await createFrom(ROWS, 'Reference');
		expect(sent()).toEqual([{ reference: 'PO-7', lines: LINES }]);
		expect(json).toHaveLength(1);
		expect(messages(hints)).toContainEqual(
			'Input fields without a column of their own were left out: Lines: Description (item 0).',
		);
	});

	test('automatically, from fields with the names that the form shows', async () => {
		const rows = LINES.map(({ description, quantity, price }) => ({
			Reference: 'PO-7',
			'Lines: Description': description,
			'Lines: Quantity': quantity,
			'lines price': price,
		}));
		await createFrom(rows, 'Reference');
		expect(sent()).toEqual([{ reference: 'PO-7', lines: LINES }]);
	});

	test('rows of several invoices, mixed: each has its own lines, in order, and is linked to its rows', async () => {
		const rows = ['A', 'B', 'A', 'C', 'B'].map((reference, index) => ({
			reference,
			'lines.quantity': index,
		}));
		const { outputs } = await createFrom(rows, 'reference');
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 2 }],
			[{ item: 1 }, { item: 4 }],
			{ item: 3 },
		]);
		expect(sent()).toEqual([
			{ reference: 'A', lines: [{ quantity: 0 }, { quantity: 2 }] },
			{ reference: 'B', lines: [{ quantity: 1 }, { quantity: 4 }] },
			{ reference: 'C', lines: [{ quantity: 3 }] },
		]);
	});

	test('a number and its text are the same order, and objects differ by what they hold', async () => {
		const rows = [1, '1', ' 1 ', { a: 1 }, { a: 2 }, null, null].map((order, index) => ({
			order,
			'lines.quantity': index,
		}));
		await createFrom(rows, 'order');
		expect(sent().map((body) => (body as { lines: unknown[] }).lines.length)).toEqual([
			3, 1, 1, 1, 1,
		]);
	});

	test('items that differ outside their lines are errors, and nothing is sent for them', async () => {
		const rows = [
			{ order: 1, reference: 'A', 'lines.quantity': 1 },
			{ order: 1, reference: 'B', 'lines.quantity': 2 },
			{ order: 2, reference: 'C', 'lines.quantity': 3 },
		];
		const { json } = await createFrom(rows, 'order');
		expect(json.map(({ error }) => Boolean(error))).toEqual([true, true, false]);
		expect(json[0].error).toMatch(/The items to combine differ in reference: "A" and "B"/);
		expect(sent()).toEqual([{ reference: 'C', lines: [{ quantity: 3 }] }]);
	});

	test('an item with an error keeps the others of its invoice from being sent', async () => {
		const rows = [
			{ order: 1, 'lines.price': 1 },
			{ order: 1, 'lines.price': 'veel' },
			{ order: 2, 'lines.price': 3 },
		];
		const { json } = await createFrom(rows, 'order');
		expect(json.map(({ error }) => error)).toEqual([
			expect.stringMatching(
				/^Item 1 of this invoice has an error.* must be a number, but is "veel"/,
			),
			expect.stringMatching(/lines\.price must be a number, but is "veel"/),
			undefined,
		]);
		expect(sent()).toEqual([{ lines: [{ price: 3 }] }]);
	});

	test.each([LINES, JSON.stringify(LINES)])(
		'automatically, from an item with the whole list, which is combined with others',
		async (lines) => {
			const rows = [
				{ reference: 'PO-7', Lines: lines },
				{ reference: 'PO-7', 'lines.price': 1 },
			];
			const { hints } = await createFrom(rows, 'reference');
			expect(sent()).toEqual([{ reference: 'PO-7', lines: [...LINES, { price: 1 }] }]);
			expect(messages(hints)).toEqual([]);
		},
	);

	test.each<[RegExp, IDataObject]>([
		[/The column lines must be a list, .* but is "{"a":1}"/, { lines: { a: 1 } }],
		[
			/lines is given twice: as a whole and in columns such as lines\.price/,
			{ lines: LINES, 'lines.price': 1 },
		],
	])('automatically, %s', async (message, row) => {
		const { json } = await createFrom([{ total: 5, ...row }]);
		expectRefused(json, message);
	});

	test('items without columns are not combined: of equal ones all but the first would be lost', async () => {
		const parameters = { specifyBody: 'json', jsonBody: '{"a": 1}', options: { combineBy: 'x' } };
		const { json } = await world.run('corlega', 'invoice.create', parameters, {
			items: [{}, {}],
			settings: CONTINUE,
		});
		for (const { error } of json) expect(error).toMatch(/^Combine Items By works only with/);
		expect(json).toHaveLength(2);
		expect(sent()).toEqual([]);
	});

	test('what a calculation leaves that went wrong combines nothing', async () => {
		const rows = [1, 2].map((quantity) => ({ order: NaN, 'lines.quantity': quantity }));
		await createFrom(rows, 'order');
		expect(sent()).toEqual([{ lines: [{ quantity: 1 }] }, { lines: [{ quantity: 2 }] }]);
	});

	test('a dry run shows one request for the items of an invoice', async () => {
		const { json } = await createFrom(ROWS, 'Reference', { dryRun: true });
		expect(sent()).toEqual([]);
		expect(json).toEqual([
			expect.objectContaining({ method: 'POST', body: { reference: 'PO-7', lines: LINES } }),
		]);
	});
});

describe('values', () => {
	beforeEach(() => addInvoice());

	test.each<[RegExp, IDataObject]>([
		[/The column total must be a number, but is "veel"/, { total: '={{ "veel" }}' }],
		[/The column lines\.price must be a number/, { 'lines.price': '={{ "gratis" }}' }],
		[/The column customer must be valid JSON/, { customer: '={{ "{ naam" }}' }],
		[
			/The columns of lines hold lists of different lengths: description has 2, quantity has 3/,
			{ 'lines.description': '={{ ["a", "b"] }}', 'lines.quantity': '={{ [1, 2, 3] }}' },
		],
		[/All values under Columns are empty/, { reference: '', total: null }],
		[/Columns is empty/, {}],
	])('%s', async (message, value) => {
		const { json } = await create({ value });
		expectRefused(json, message);
	});

	test.each<[string, unknown, RegExp]>([
		['dueDate', 46296, /must be a date and time .* but is "46296"/],
		['dueDate', '1-10-2026', /must be a date and time .* but is "1-10-2026"/],
		['dueDate', 'morgen', /must be a date and time/],
		['dueDate', ['2026-10-01'], /must be a date and time/],
		['lines.date', ['2026-10-01', '2026-02-30'], /must be a date and time/],
		['labels', '2026', /The column labels must be a list, .* but is "2026"/],
		['labels', 'null', /must be a list/],
		['labels', { a: 1 }, /must be a list/],
		['customer', '"De Vries"', /The column customer must be an object/],
		['customer', [1], /must be an object/],
		['reference', NaN, /The column reference must be text, but is NaN/],
		['reference', 2 ** 70, /too large to be exact/],
	])('%s does not become %j', async (column, value, message) => {
		addInvoice({ lines: [{ date: '2026-01-01T00:00:00Z' }] });
		const items = [{ value }];
		const { json } = await create({ value: { total: 5, [column]: '={{ $json.value }}' } }, items);
		expectRefused(json, message);
	});

	test.each<[string, unknown]>([
		['{{ DateTime.fromISO("2026-10-01T00:00:00.000+02:00", { setZone: true }) }}', undefined],
		['{{ $json.value }}', '2026-10-01T00:00:00.000+02:00'],
		['{{ $json.value }}', '\u200b2026-10-01T00:00:00.000+02:00\u00a0'],
	])('a date is sent as it is written: %s %j', async (expression, value) => {
		await create({ value: { dueDate: `=${expression}` } }, [{ value }]);
		expect(sent()).toEqual([{ dueDate: '2026-10-01T00:00:00.000+02:00' }]);
	});

	test.each(['={{ DateTime.fromISO("31-12-2026") }}', '={{ new Date("x") }}'])(
		'a date that there is not clears no column: %s',
		async (value) => {
			const { json } = await create({ value: { total: 5, dueDate: value, reference: value } });
			expectRefused(json, /must be a date and time/);
		},
	);

	test.each(['1.250', '-1.250'])('%s is not taken for a thousandth of itself', async (price) => {
		const { json } = await create({ value: { 'lines.price': '={{ $json.price }}' } }, [{ price }]);
		expect(json[0].error).toMatch(/^The column lines\.price is "-?1\.250", which can be -?1250 or/);
		expectRefused(json, /Write -?1250 or -?1\.2500, whichever is meant/);
	});

	test('numbers with decimals, and with what can not be seen, are sent', async () => {
		const prices = ['0.125', '1.2500', '1250.000', '12.5\u200b', '\u00a07 ', 1.25];
		await create({ value: { 'lines.price': '={{ $json.prices }}' } }, [{ prices }]);
		const lines = [0.125, 1.25, 1250, 12.5, 7, 1.25].map((price) => ({ price }));
		expect(sent()).toEqual([{ lines }]);
	});

	test.each(['[]', '[ ]', []])('a column that holds %j takes no lines away', async (value) => {
		const { json } = await create(
			{
				value: {
					reference: 'PO-9',
					'lines.price': '={{ [5, 6] }}',
					'lines.description': '={{ $json.value }}',
				},
			},
			[{ value }],
		);
		expect(json[0].error).toBeUndefined();
		expect(sent()).toEqual([{ reference: 'PO-9', lines: [{ price: 5 }, { price: 6 }] }]);
		world.clear();
		await create({ value: { 'lines.price': '5', 'lines.description': '={{ $json.value }}' } }, [
			{ value },
		]);
		expect(sent()).toEqual([{ lines: [{ price: 5 }] }]);
	});

	test('long numbers in a list keep all their digits', async () => {
		await create({ value: { 'lines.description': '[871685900012345678, 871685900012345679]' } });
		expect(sent()).toEqual([
			{ lines: [{ description: '871685900012345678' }, { description: '871685900012345679' }] },
		]);
	});

	test('what is nested deeper goes as JSON, and a date as text', async () => {
		await create({
			value: {
				customer: '{ "name": "Bakker" }',
				labels: ['x'],
				dueDate: '={{ new Date("2026-11-01T10:00:00Z") }}',
			},
		});
		expect(sent()).toEqual([
			{ customer: { name: 'Bakker' }, labels: ['x'], dueDate: '2026-11-01T10:00:00.000Z' },
		]);
	});

	test('an update sends the columns, and clears empty ones only where asked for', async () => {
		const value = { reference: '', total: '12.5', paid: null };
		await run('invoice.update', { value }, [{}]);
		expect(sent()).toEqual([{ total: 12.5 }]);
		await run('invoice.update', { value }, [{}], { emptyValues: 'clear' });
		expect(sent()).toEqual([{ reference: '', total: 12.5 }]);
	});

	test('values of columns that the form does not show are not sent, and Map Automatically uses those columns', async () => {
		const { fields } = await columns();
		const schema = fields.map((field) => ({ ...field, removed: field.id !== 'reference' }));
		await create({
			value: { reference: 'PO-8', paid: 'false', total: 5 },
			schema: schema as never,
		});
		expect(sent()).toEqual([{ reference: 'PO-8' }]);
		await create({ ...AUTOMATIC, schema: schema as never }, [{ total: 5, Paid: 'ja' }]);
		expect(sent()).toEqual([{ total: 5, paid: true }]);
	});

	test('of two input fields for one column the first is used, and a hint names the other', async () => {
		const { hints } = await createFrom([{ Reference: 'A', REFERENCE_: 'B' }]);
		expect(sent()).toEqual([{ reference: 'A' }]);
		expect(messages(hints)).toContainEqual(
			'Input fields without a column of their own were left out: REFERENCE_.',
		);
	});

	test('an item without JSON, as one of binary data only may be, has nothing to map', async () => {
		const { json } = await createFrom([undefined]);
		expect(json[0].error).toMatch(/Columns is empty/);
	});

	test("without known columns, the input can't be mapped automatically", async () => {
		const { json } = await create({ ...AUTOMATIC, schema: [] }, [{ total: 1 }]);
		expect(json[0].error).toMatch(/There are no columns yet to map the input to/);
	});
});

test('an item without a value to combine by is a document of its own, and a hint says so', async () => {
	addInvoice();
	const items = [1, 2].map((price) => ({ order: 26, 'lines.price': price }));
	const { hints } = await createFrom(items, 'order.trim()');

	expect(sent()).toHaveLength(2);
	expect(messages(hints)).toContainEqual(
		'Combine Items By has no value, so the item became an invoice of its own (items 0-1).',
	);
});

test('a field that no record has a value of keeps the type of the input', async () => {
	addInvoice({ discount: null, express: null });
	await createFrom([{ discount: 12.5, express: true }]);

	expect(sent()).toEqual([{ discount: 12.5, express: true }]);
});

test('a list in a line is one value of that line', async () => {
	addInvoice({ lines: [{ price: 1, labels: ['x'] }] });
	await createFrom([{ 'lines.price': 5, 'lines.labels': ['a', 'b'] }]);
	expect(sent()).toEqual([{ lines: [{ price: 5, labels: ['a', 'b'] }] }]);
});

test.each([[[['a'], null, ['b']]], [['["a"]', '', '["b"]']]])(
	'of lists, each is in its own line: %j',
	async (labels) => {
		addInvoice({ lines: [{ price: 1, labels: ['x'] }] });
		await createFrom([{ 'lines.price': [5, 6, 7], 'lines.labels': labels }]);

		expect(sent()).toEqual([
			{ lines: [{ price: 5, labels: ['a'] }, { price: 6 }, { price: 7, labels: ['b'] }] },
		]);
	},
);

test('empty cells of a line make no line, also where empty values clear', async () => {
	addInvoice();
	const row = { reference: 'PO-8', 'lines.description': '', 'lines.price': '' };
	await run('invoice.update', AUTOMATIC, [row], { emptyValues: 'clear' });

	expect(sent()).toEqual([{ reference: 'PO-8' }]);
});
