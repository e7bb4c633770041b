import type { IDataObject } from 'n8n-workflow';
import { byName, CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null }, inboxify: { contacts: 2500 } });

type Condition = [field: unknown, condition: string, value?: unknown, unit?: string];

const conditions = (...rows: Condition[]): IDataObject => ({
	condition: rows.map(([field, condition, value, unit]) => ({
		field,
		condition,
		value,
		unit,
	})) as IDataObject[],
});

const NOW = new Date().toISOString();

/** Records with values in the forms in which services give them. */
const RECORDS: IDataObject[] = [
	{
		id: 'a',
		name: 'Café Ülker',
		total: 1234.5,
		paid: true,
		due: '2026-10-01',
		tags: ['VIP', 'Beurs'],
		ean: '871685900012345678',
	},
	{
		id: 'b',
		name: 'bakkerij',
		total: '99.95',
		paid: false,
		due: '2026-10-02T21:30:00Z',
		tags: [],
		ean: '871685900012345679',
	},
	{
		id: 'c',
		name: null,
		total: 0,
		kvkNumber: '01234567',
		address: { city: 'Sneek', lines: [] },
		sent: '2026-10-03 10:15:30',
	},
	{ id: 'd', name: '', changedAt: NOW, lines: [{ price: 10 }, { price: 250 }], total: null },
];

interface Reading {
	options?: IDataObject;
	records?: IDataObject[];
}

/** The IDs that Get Many finds with these conditions. */
async function find(rows: Condition[], { options = {}, records = RECORDS }: Reading = {}) {
	world.sandbox.corlega.faults.push({
		body: { data: records, meta: { total: records.length, hasMore: false } },
	});
	const { json, error, hints } = await world.run('corlega', 'invoice.getAll', {
		returnAll: true,
		conditions: conditions(...rows),
		options,
	});
	return {
		ids: json.map(({ id }) => id).join(''),
		error,
		hints: hints.map(({ message }) => message),
	};
}

test.each<[expected: string, ...Condition]>([
	['a', 'name', 'equals', 'CAFÉ ÜLKER '],
	['a', 'name', 'equals', 'Cafe\u0301 U\u0308lker'],
	['a', 'NAME', 'contains', 'ülk'],
	['b', 'name', 'contains', 'BAKKER'],
	['bcd', 'name', 'notContains', 'café'],
	['bcd', 'name', 'notEquals', 'Café Ülker'],
	['a', 'total', 'equals', '1234,50'],
	['a', 'total', 'equals', 1234.5],
	['b', 'total', 'equals', '99,95'],
	['ab', 'total', 'greater', '50'],
	['bc', 'total', 'less', 100],
	['d', 'lines.price', 'greater', '200'],
	['a', 'paid', 'equals', 'ja'],
	['a', 'paid', 'equals', true],
	['b', 'paid', 'equals', 'false'],
	['a', 'paid', 'equals', ' Waar\u00a0'],
	['b', 'paid', 'equals', 'onwaar'],
	['ab', 'total', 'greater', '50\u200b'],
	['a', 'due', 'before', '2026-10-02'],
	['b', 'due', 'after', '01-10-2026'],
	['b', 'due', 'equals', '2026-10-02'],
	['ab', 'due', 'before', '2026-10-02T22:00:00Z'],
	['c', 'kvkNumber', 'equals', '01234567'],
	['', 'kvkNumber', 'equals', '1234567'],
	['a', 'ean', 'equals', '871685900012345678'],
	['c', 'address.city', 'equals', 'sneek'],
	['a', 'tags', 'contains', 'vi'],
	['a', 'tags', 'equals', 'beurs'],
	['bcd', 'tags', 'empty'],
	['a', 'tags', 'notEmpty'],
	['cd', 'name', 'empty'],
	['ab', 'name', 'notEmpty'],
	// A time without a zone is one of the workflow's zone, here n8n's default: New York.
	['b', 'due', 'after', '2026-10-02 17:00'],
	['', 'due', 'after', '02-10-2026 17:30'],
	['a', 'due', 'before', '2026-10-02T17:30'],
	['b', 'due', 'equals', '2026-10-02 17:30:00'],
	['c', 'sent', 'after', '2026-10-03 09:00'],
	['', 'sent', 'after', '3-10-2026 10:15:30'],
	['c', 'sent', 'equals', '2026-10-03'],
	['d', 'changedAt', 'changedInLast', '5', 'minutes'],
	['d', 'changedAt', 'changedInLast', 1],
	['', 'due', 'changedInLast', '1', 'hours'],
	['d', 'changedAt', 'changedInLast', '999999'],
	// A number has no thousands to mistake.
	['', 'total', 'equals', 1234.125],
])('finds "%s" where %s %s %s', async (...[expected, ...condition]) => {
	const { ids, error } = await find([condition]);
	expect([ids, error]).toEqual([expected, undefined]);
});

test('all conditions must be met, or any of them', async () => {
	const rows: Condition[] = [
		['total', 'greater', 50],
		['paid', 'equals', 'nee'],
	];
	expect((await find(rows)).ids).toBe('b');
	expect((await find(rows, { options: { combine: 'any' } })).ids).toBe('ab');
});

test('a field that no record has is named in a hint, with those that there are', async () => {
	const { ids, hints } = await find([
		['stauts', 'notEquals', 'paid'],
		['lines.pryce', 'empty'],
	]);
	expect(ids).toBe('abcd');
	expect(hints).toContainEqual(expect.stringMatching(/^No record has the field lines\.pryce\./));
	expect(hints).toContainEqual(
		expect.stringMatching(/^No record has the field stauts\. The fields are: id, name, total/),
	);
});

test.each<[message: RegExp, ...Condition]>([
	[/The field of condition 1 is empty/, '', 'equals', 'x'],
	[/The value of the condition on total is empty/, 'total', 'greater', ''],
	[/on total is "1\.000", which can be 1000 or 1/, 'total', 'less', '1.000'],
	[/The value of the condition on total must be a number, but is "veel"/, 'total', 'less', 'veel'],
	[/The value of the condition on due must be a date such as 2026-12-31/, 'due', 'after', 'morgen'],
	[/The value of the condition on due must be a date/, 'due', 'before', '31-02-2026'],
	[/The value of the condition on due must be a number/, 'due', 'changedInLast', 'drie'],
	[/must be a date such as 2026-12-31/, 'due', 'after', '2026-10-02 25:00'],
	[/can be 1250 or 1.25/, 'total', 'greater', '1.250'],
	[/can be 12500 or 12.5/, 'total', 'less', '12,500'],
	[/The condition on due must be one of/, 'due', 'like', 'x'],
	[/The unit of the condition on due must be one of/, 'due', 'changedInLast', '3', 'weken'],
])('%s', async (message, ...condition) => {
	const { json } = await world.run(
		'corlega',
		'invoice.getAll',
		{ conditions: conditions(condition) },
		{ settings: CONTINUE },
	);
	expect(json[0].error).toMatch(message);
	expect(world.sandbox.corlega.requests).toEqual([]);
});

test.each(['equals', 'notEquals'])(
	'text that may have thousands is an error once %s meets a number',
	async (condition) => {
		const { error } = await find([['total', condition, '1.250']]);
		expect(error?.message).toMatch(/condition on total .*1\.250/);
	},
);

describe('pages', () => {
	const contacts = () => [...world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.values()];
	const get = async (parameters: IDataObject, items?: IDataObject[]) =>
		await world.run(
			'inboxify',
			'contact.getAll',
			{ list: byName('Webshopklanten'), ...parameters },
			{ items },
		);

	test('no page is requested after the Limit is met', async () => {
		const { json, hints } = await get({
			limit: 5,
			conditions: conditions(['unsubscribed', 'equals', 'nee']),
		});
		const expected = contacts()
			.filter(({ unsubscribed }) => !unsubscribed)
			.slice(0, 5);
		expect(json.map(({ email }) => email)).toEqual(expected.map(({ email }) => email));
		expect(world.sandbox.inboxify.requests).toHaveLength(1);
		expect(hints.map(({ message }) => message)).toEqual([
			'Read 1 page with 1,000 records, and found 5 that match.',
		]);
	});

	test('with Return All, all pages are read, and the hint says how many', async () => {
		const { json, hints } = await get({
			returnAll: true,
			conditions: conditions(['bounced', 'equals', true]),
		});
		expect(json).toHaveLength(contacts().filter(({ bounced }) => bounced).length);
		expect(hints[0].message).toMatch(
			/^Read 3 pages with 2,500 records, and found \d+ that match\.$/,
		);
	});

	test('a value from each item; the pages are read once', async () => {
		const cities = [...new Set(contacts().map(({ city }) => city))].slice(0, 10);
		const { json } = await get(
			{ returnAll: true, conditions: conditions(['city', 'equals', '={{ $json.city }}']) },
			cities.map((city) => ({ city })),
		);
		expect(json).toHaveLength(contacts().filter(({ city }) => cities.includes(city)).length);
		expect(world.sandbox.inboxify.requests).toHaveLength(3);
	});

	test('fields that Simplify leaves out can be in a condition', async () => {
		const [{ postalCode }] = contacts();
		const { json } = await get({ conditions: conditions(['postalCode', 'equals', postalCode]) });
		expect(json.length).toBeGreaterThan(0);
		expect(json[0]).not.toHaveProperty('postalCode');
	});

	test('filters of the register and conditions work together', async () => {
		const { json } = await world.run('cor', 'organisation.getAll', {
			returnAll: true,
			filters: { organisatieType: 'GM' },
			conditions: conditions(['naam', 'contains', 'utrecht']),
		});
		expect(json.map(({ naam }) => naam)).toContain('Gemeente Utrecht');
		expect(json.every(({ naam }) => /utrecht/i.test(String(naam)))).toBe(true);
	});
});

describe('dates', () => {
	const MINUTE = 60_000;
	const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();
	/** A time of today without a zone. */
	const today = () =>
		`${new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })}T12:00:00`;

	/** Indexes of the values that meet a condition, or the error. */
	async function findDates(values: unknown[], ...condition: [string, unknown, string?]) {
		const records = values.map((due, id) => ({ id, due })) as IDataObject[];
		const { ids, error } = await find([['due', ...condition]], { records });
		return error?.message ?? ids;
	}

	test('Is in the Last finds nothing that is still to come', async () => {
		const values = [at(-60), at(60), at(300 * 1440), at(300 * 1440).slice(0, 10)];
		expect(await findDates(values, 'changedInLast', 7, 'days')).toBe('0');
		expect(await findDates(values, 'changedInLast', 2, 'hours')).toBe('0');
	});

	test('midnight that is written is a time, not the whole day', async () => {
		const values = ['2026-10-01T12:00:00Z', '2026-10-02T12:00:00Z'];
		expect(await findDates(values, 'after', '2026-10-01 00:00')).toBe('01');
		expect(await findDates(values, 'after', '2026-10-01')).toBe('1');
	});

	test('a time without a zone has no hours or minutes to count, and the error says so', async () => {
		const noZone = /times of one day can't be compared, because the field has no timezone/;
		const noon = '2026-10-01T12:00:00';
		expect(await findDates([noon], 'after', '2026-10-01T09:00:00Z')).toMatch(noZone);
		expect(await findDates([noon], 'equals', '2026-10-01T09:00:00Z')).toMatch(noZone);
		expect(await findDates([noon], 'equals', '2026-10-01')).toBe('0');
		expect(await findDates([noon], 'before', '2026-10-02T09:00:00Z')).toBe('0');
		expect(await findDates([today()], 'changedInLast', 0, 'hours')).toMatch(noZone);
		expect(await findDates([today()], 'changedInLast', 0, 'days')).toBe('0');
	});
});
