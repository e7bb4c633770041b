import type { IDataObject, INode } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { contacts: 205, limit: null } });
let seeded: IDataObject[];

beforeAll(() => {
	seeded = structuredClone(contacts());
});

beforeEach(() => {
	world.sandbox.corlega.latency = 0;
	world.sandbox.corlega.contacts.clear();
	for (const contact of seeded) add({ ...contact });
});

/** Pages of the list of contacts. */
const PAGES = 3;

const contacts = () => [...world.sandbox.corlega.contacts.values()] as IDataObject[];
const businesses = () => contacts().filter(({ kvkNumber }) => kvkNumber);
const having = (fields: IDataObject) =>
	contacts().filter((contact) =>
		Object.entries(fields).every(([name, value]) => contact[name] === value),
	);
const sent = (method: string) =>
	world.sandbox.corlega.requests.filter((request) => request.method === method);
const counts = () => ['GET', 'PATCH', 'POST'].map((method) => sent(method).length);
const outcomes = (json: IDataObject[]) => json.map(({ outcome }) => outcome);
const fail = (method: string, fault: Fault) =>
	world.sandbox.corlega.faults.push({ match: { method }, ...fault });
const sentBodies = (method: string) => sent(method).map(({ body }) => body);
/** Waits until a request is under way. */
async function underWay(method: string): Promise<void> {
	while (sent(method).length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
}
/** Rows of contacts that are not there. */
const newRows = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		value: `nieuw${index}@voorbeeld.nl`,
		name: `Naam ${index}`,
	}));
const add = (fields: IDataObject) =>
	world.sandbox.corlega.contacts.set(String(fields.id), fields as never);

/** A row is: on, value, name, and any other fields, as additional ones. */
const ROW = {
	matchOn: '={{ $json.on ?? "email" }}',
	matchValue: '={{ $json.value }}',
	name: '={{ $json.name }}',
};
async function upsert(rows: object[], parameters: IDataObject = {}, settings: Partial<INode> = {}) {
	const items = rows as IDataObject[];
	const given = { ...ROW, ...parameters };
	return await world.run('corlega', 'contact.upsert', given, { items, settings });
}
const additional = (...names: string[]) => ({
	additionalFields: Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`])),
});

describe('the match value', () => {
	test('wins over the same field in Additional Fields', async () => {
		const parameters = { additionalFields: { email: 'ander@voorbeeld.nl', phone: '1' } };
		const row = { value: 'een@voorbeeld.nl', name: 'Een' };
		await upsert([row], parameters);
		expect((await upsert([row], parameters)).error).toBeUndefined();

		expect(having({ name: 'Een' })).toEqual([
			expect.objectContaining({ email: 'een@voorbeeld.nl', phone: '1' }),
		]);
		expect(having({ email: 'ander@voorbeeld.nl' })).toEqual([]);
	});

	test.each(['email', 'kvkNumber'])(
		'a custom field %s beside it is an error, and nothing is sent',
		async (field) => {
			const value = field === 'email' ? 'een@voorbeeld.nl' : '12345678';
			const custom = { customFields: { field: [{ name: ` ${field}`, value: 'x' }] } };
			const { error } = await upsert([{ on: field, value, name: 'Een' }], {
				additionalFields: custom,
			});

			expect(error?.message).toBe(`The field "${field}" is given twice`);
			expect(counts()).toEqual([0, 0, 0]);
		},
	);

	test.each<[string, unknown]>([
		['email', 'undefined'],
		['email', 'null'],
		['email', '@'],
		['email', ' '],
		['email', null],
		['email', true],
		['email', ['jan@voorbeeld.nl']],
		['email', { email: 'jan@voorbeeld.nl' }],
		['email', 12345678],
		['kvkNumber', 'undefined'],
		['kvkNumber', '- . -'],
		['kvkNumber', null],
		['kvkNumber', false],
		['kvkNumber', ['12345678']],
	])('%s must not be %j: nothing is sent', async (on, value) => {
		const { error } = await upsert([{ on, value: value as string, name: 'Een' }]);

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toMatch(
			/^Match Value \((e-mail address|KvK number)\) (is empty|must be)/,
		);
		expect(counts()).toEqual([0, 0, 0]);
	});
});

describe('a KvK number that has lost its leading zero', () => {
	test.each([1234567, '1234567', '1234567.0'])(
		'%j does not take it from a contact',
		async (kvkNumber) => {
			add({ id: 'ZERO', name: 'Nul', email: 'nul@voorbeeld.nl', kvkNumber: '01234567' });
			const { json } = await world.run('corlega', 'contact.upsert', {
				matchValue: 'nul@voorbeeld.nl',
				additionalFields: { kvkNumber, phone: '010 1234567' },
			});

			expect(json).toMatchObject([{ kvkNumber: '01234567', outcome: 'updated' }]);
			expect(contacts().find(({ id }) => id === 'ZERO')?.kvkNumber).toBe('01234567');
		},
	);

	test('as a number, finds and creates nothing', async () => {
		add({ id: 'ZERO', name: 'Nul', kvkNumber: '01234567' });
		const { error } = await upsert([{ on: 'kvkNumber', value: 1234567, name: 'Een' }]);

		expect(error?.message).toContain('it has 7 digits where a KvK number has 8');
		expect(error?.description).toContain('"01234567"');
		expect(counts()).toEqual([PAGES, 0, 0]);

		// Given as text, it is what it says; and what is there is found as a number too.
		const { json } = await upsert([{ on: 'kvkNumber', value: '1234567', name: 'Een' }]);
		expect(outcomes(json)).toEqual(['created']);
		expect(outcomes((await upsert([{ on: 'kvkNumber', value: 1234567 }])).json)).toEqual([
			'unchanged',
		]);
	});
});

test('one scan serves all items: 500 over 1,205 contacts, 300 of them known', async () => {
	for (let index = 0; index < 1000; index++) {
		add({ id: `M${index}`, name: 'Er al', email: `m${index}@voorbeeld.nl` });
	}
	const items = newRows(500).map((row, index) =>
		index < 300 ? { ...row, value: `m${index}@voorbeeld.nl` } : row,
	);
	const { error, json } = await upsert(items);

	expect(error).toBeUndefined();
	expect(counts()).toEqual([13, 300, 200]);
	expect(json.map(({ name }) => name)).toEqual(items.map(({ name }) => name));
	expect(json.slice(0, 300).map(({ id }) => id)).toEqual(
		items.slice(0, 300).map((_, i) => `M${i}`),
	);
	expect(contacts()).toHaveLength(1405);
});

describe('one contact', () => {
	test('two items with the same new address, spelt differently, end as one', async () => {
		const { json } = await upsert([
			{ value: 'nieuw@voorbeeld.nl', name: 'Een' },
			{ value: ' NIEUW@voorbeeld.nl ', name: 'Twee' },
		]);

		expect(outcomes(json)).toEqual(['created', 'updated']);
		expect(having({ email: 'nieuw@voorbeeld.nl' })).toEqual([
			expect.objectContaining({ id: json[0].id, name: 'Twee' }),
		]);
	});

	test('an item finds by another field what an item before it has created', async () => {
		world.sandbox.corlega.latency = 5;
		const items = Array.from({ length: 20 }, (_, index) => {
			const [email, kvkNumber] = [`nieuw${index}@voorbeeld.nl`, String(11110000 + index)];
			return [
				{ on: 'email', value: email, kvkNumber, name: `Eerst ${index}` },
				{ on: 'kvkNumber', value: kvkNumber, email, name: `Dan ${index}` },
			];
		}).flat();
		const { error, json } = await upsert(items, additional('email', 'kvkNumber'));

		expect(error).toBeUndefined();
		expect(contacts()).toHaveLength(225);
		expect(outcomes(json)).toEqual(items.map((_, index) => (index % 2 ? 'updated' : 'created')));
		expect(json.map(({ id }, index) => id === json[index - (index % 2)].id)).not.toContain(false);
		expect(counts()).toEqual([PAGES, 20, 20]);
	});

	test('items that match one contact by different fields run in their order', async () => {
		const [{ id, email, kvkNumber }] = businesses();
		fail('PATCH', { delay: 60 });
		const items = Array.from({ length: 9 }, (_, index) => ({
			...(index % 2 ? { on: 'email', value: email } : { on: 'kvkNumber', value: kvkNumber }),
			phone: String(index % 3),
		}));
		const { json } = await upsert(items, additional('phone'));

		expect(json.map(({ phone }) => phone)).toEqual(items.map(({ phone }) => phone));
		expect(sent('PATCH').map(({ body }) => (body as IDataObject).phone)).toEqual(
			items.map(({ phone }) => phone),
		);
		expect(having({ id })).toEqual([expect.objectContaining({ phone: '2' })]);
	});

	test('a match field can be changed during the run', async () => {
		const [{ id, email, kvkNumber }] = businesses();
		const items = [
			{ value: email, kvkNumber: '99990000' },
			{ on: 'kvkNumber', value: '99990000', phone: '1' },
			{ on: 'kvkNumber', value: kvkNumber, name: 'Ander' },
		];
		const { json } = await upsert(items, additional('kvkNumber', 'phone'));

		expect(outcomes(json)).toEqual(['updated', 'updated', 'created']);
		expect(json.map((contact) => contact.id === id)).toEqual([true, true, false]);
	});

	test('several with the same number are not changed', async () => {
		for (const id of ['A', 'B', 'C']) add({ id, name: id, kvkNumber: '12.34.56.78' });
		const items = [
			{ on: 'kvkNumber', value: '12345678', name: 'X' },
			{ value: 'z@z.nl', name: 'Z' },
		];
		const { json } = await upsert(items, {}, CONTINUE);

		expect(json[0].error).toContain('Corlega has 3 contacts with this KvK number: A, B, C');
		expect(outcomes(json)).toEqual([undefined, 'created']);
		expect(sent('PATCH')).toEqual([]);
	});
});

describe('Name', () => {
	test.each([undefined, null, '', '  '])(
		'an update without one (%j) leaves it alone',
		async (name) => {
			const [{ id, email, name: before }] = contacts();
			const { json } = await upsert([{ value: email, name, phone: '1' }], additional('phone'));

			expect(json).toEqual([expect.objectContaining({ id, name: before, outcome: 'updated' })]);
			expect(sentBodies('PATCH')).toEqual([{ phone: '1' }]);
		},
	);

	test('a create without one is an error that names the field, and nothing is created', async () => {
		const items = [{ value: 'een@voorbeeld.nl' }, { value: 'twee@voorbeeld.nl', name: 'Twee' }];
		const { json } = await upsert(items, {}, CONTINUE);

		expect(json[0].error).toMatch(/^Name is empty\. No contact has this e-mail address/);
		expect(outcomes(json)).toEqual([undefined, 'created']);
		expect(sent('POST')).toHaveLength(1);
	});

	test('a node that never had the field works', async () => {
		const [{ email }] = contacts();
		const { error, json } = await world.run('corlega', 'contact.upsert', {
			matchValue: email,
			additionalFields: { phone: '1' },
		});

		expect(error).toBeUndefined();
		expect(outcomes(json)).toEqual(['updated']);
	});
});

describe('unchanged values are not sent', () => {
	test('an equal second run changes nothing, and says so', async () => {
		const items = newRows(300).map(({ value, name }, index) => ({
			value: index < 100 ? contacts()[index].email : value,
			name,
			phone: index % 3 ? `06 ${index}` : null,
			field: { b: [index], a: { x: 1, y: null } },
		}));
		const parameters = {
			additionalFields: {
				phone: '={{ $json.phone }}',
				customFields: { field: [{ name: 'extra', value: '={{ $json.field }}' }] },
			},
		};
		const first = await upsert(items, parameters);
		expect(first.hints.map(({ message }) => message)).toEqual(['200 created, 100 updated.']);
		world.clear();
		const second = await upsert(items, parameters);

		expect(counts()).toEqual([5, 0, 0]);
		expect(new Set(outcomes(second.json))).toEqual(new Set(['unchanged']));
		expect(second.json).toEqual(
			first.json.map((contact) => ({ ...contact, outcome: 'unchanged' })),
		);
		expect(second.hints.map(({ message }) => message)).toEqual(['300 unchanged.']);
	});

	test('only what differs is sent', async () => {
		const [{ email, type, name }] = contacts();
		const row = { value: email, name, type, phone: '06 nieuw' };
		const { json } = await upsert([row, row], additional('type', 'phone'));

		expect(sentBodies('PATCH')).toEqual([{ phone: '06 nieuw' }]);
		expect(outcomes(json)).toEqual(['updated', 'unchanged']);
	});

	test('after an unsure update, what it may have changed is sent', async () => {
		const [{ email, phone }] = contacts();
		fail('PATCH', { status: 500 });
		const items = [
			{ value: email, phone: '1' },
			{ value: email, phone },
		];
		const { json } = await upsert(items, additional('phone'), CONTINUE);

		expect(json[0].error).toContain('HTTP 500');
		expect(outcomes(json)).toEqual([undefined, 'updated']);
		expect(sentBodies('PATCH')).toEqual([{ phone: '1' }, { phone }]);
		expect(counts()).toEqual([PAGES, 2, 0]);
	});

	test('after an unsure update, a field that it may have filled is cleared', async () => {
		const [contact] = contacts();
		add({ ...contact, phone: '' });
		fail('PATCH', { drop: 'after' });
		const items = ['1', ''].map((phone) => ({ value: contact.email as string, phone }));
		const options = { maxAttempts: 1, emptyValues: 'clear' };
		const { json } = await upsert(items, { ...additional('phone'), options }, CONTINUE);

		expect(outcomes(json)).toEqual([undefined, 'updated']);
		expect(contacts()[0].phone).toBe('');
	});

	test('a refused update changes nothing that is known', async () => {
		const [{ email, phone }] = contacts();
		fail('PATCH', { status: 400 });
		const items = [
			{ value: email, phone: '1' },
			{ value: email, phone },
		];
		const { json } = await upsert(items, additional('phone'), CONTINUE);

		expect(outcomes(json)).toEqual([undefined, 'unchanged']);
	});

	test('a KvK number that may have been changed is looked up again', async () => {
		const [{ id, email }] = businesses();
		fail('PATCH', { drop: 'after' });
		const items = [
			{ value: email, kvkNumber: '99990000' },
			{ on: 'kvkNumber', value: '99990000', name: 'Dezelfde' },
		];
		const parameters = { ...additional('kvkNumber'), options: { maxAttempts: 1 } };
		const { json } = await upsert(items, parameters, CONTINUE);

		expect(json[0].error).toContain('The connection to Corlega failed');
		expect(json[1]).toMatchObject({ id, name: 'Dezelfde', outcome: 'updated' });
		expect(sent('POST')).toEqual([]);
	});

	test('a KvK number that was only rewritten still finds its contact after that', async () => {
		const [{ id, email, kvkNumber }] = businesses();
		const digits = String(kvkNumber).replace(/\D/g, '');
		add({
			...having({ id })[0],
			kvkNumber: digits.replace(/^../, '$&.'),
		});
		fail('PATCH', { status: 500 });
		const items = [
			{ value: email, kvkNumber: digits },
			{ on: 'kvkNumber', value: digits, name: 'Dezelfde' },
		];
		const { json } = await upsert(items, additional('kvkNumber'), CONTINUE);

		expect(json[0].error).toContain('HTTP 500');
		expect(json[1]).toMatchObject({ id, name: 'Dezelfde', outcome: 'updated' });
		expect(sent('POST')).toEqual([]);
	});

	test('a contact that was deleted meanwhile is created for the next item', async () => {
		const [{ id, email }] = contacts();
		fail('PATCH', { delay: 50 });
		const run = upsert(
			[
				{ value: email, name: 'Een' },
				{ value: email, name: 'Twee' },
			],
			{},
			CONTINUE,
		);
		await underWay('PATCH');
		world.sandbox.corlega.contacts.delete(String(id));
		const { json } = await run;

		expect(json[0].error).toContain('HTTP 404');
		expect(outcomes(json)).toEqual([undefined, 'created']);
	});
});

describe('Empty Values', () => {
	const EMPTY = { phone: '={{ "" }}', type: '={{ " " }}' };
	const custom = { customFields: { field: [{ name: 'oin', value: '={{ $json.oin }}' }] } };

	test('are ignored: no cell of a row wipes what is known', async () => {
		const [{ email }] = contacts();
		add({ ...contacts()[0], oin: '1' });
		const additionalFields = { ...EMPTY, ...custom };
		const items = [
			{ value: email, oin: '' },
			{ value: email, oin: null },
			{ value: 'nieuw@voorbeeld.nl', name: 'N', oin: '' },
		];
		const { json } = await upsert(items, { additionalFields });

		expect(outcomes(json)).toEqual(['unchanged', 'unchanged', 'created']);
		expect(sentBodies('POST')).toEqual([{ email: 'nieuw@voorbeeld.nl', name: 'N' }]);
	});

	test('clear a field if that is chosen, but never the name; null is still left out', async () => {
		const [{ id, email, name }] = contacts();
		add({ ...contacts()[0], oin: '1' });
		const parameters = {
			additionalFields: { ...EMPTY, ...custom },
			options: { emptyValues: 'clear' },
		};
		const left = await upsert([{ value: email, name: '', oin: null }], parameters);
		expect(left.json[0]).toMatchObject({ oin: '1', outcome: 'updated' });
		const items = [
			{ value: email, name: '', oin: '' },
			{ value: email, name: '', oin: '' },
			{ value: 'nieuw@voorbeeld.nl', name: 'N', oin: '' },
		];
		const { json } = await upsert(items, parameters);

		expect(outcomes(json)).toEqual(['updated', 'unchanged', 'created']);
		expect(having({ id })).toEqual([{ id, email, name, phone: '', type: '', oin: '' }]);
		expect(sentBodies('POST')).toEqual([{ email: 'nieuw@voorbeeld.nl', name: 'N' }]);
	});
});

describe('conflicts', () => {
	const items = newRows(50).map((row, index) => ({
		...row,
		kvkNumber: String(22220000 + index),
	}));

	test.each([8, 1])('of 50 items share one rescan (Concurrency %i)', async (concurrency) => {
		fail('POST', { delay: 50, times: 8 });
		const run = upsert(items, { options: { concurrency } });
		await underWay('POST');
		items.forEach(({ value }, index) => add({ id: `Z${index}`, name: 'Zij', email: value }));
		const { error, json } = await run;

		expect(error).toBeUndefined();
		expect(json.map(({ id, name }) => [id, name])).toEqual(
			items.map(({ name }, index) => [`Z${index}`, name]),
		);
		expect(sent('GET')).toHaveLength(PAGES + 3);
		expect(sent('PATCH')).toHaveLength(50);
		expect(contacts()).toHaveLength(255);
	});

	test.each([8, 1])(
		'with contacts that do not show are reported after one rescan (Concurrency %i)',
		async (concurrency) => {
			world.sandbox.corlega.faults.push({
				match: { method: 'POST' },
				times: 50,
				status: 409,
				body: { error: { code: 'duplicate_resource', message: 'Bestaat al.' } },
			});
			const { json } = await upsert(items, { options: { concurrency } }, CONTINUE);

			expect(json).toHaveLength(50);
			for (const { error } of json) {
				expect(error).toMatch(
					/^Corlega: Bestaat al\. .*Corlega lists no contact with this e-mail address/,
				);
			}
			expect(counts()).toEqual([2 * PAGES, 0, 50]);
		},
	);

	test('over another field of the item are reported with the contact that has it', async () => {
		const rows = items.map(({ kvkNumber, name }, index) => ({
			on: 'kvkNumber',
			value: kvkNumber,
			email: contacts()[index].email,
			name,
		}));
		const { json } = await upsert(rows, additional('email'), CONTINUE);

		json.forEach(({ error }, index) => {
			expect(error).toContain('HTTP 409');
			expect(error).toContain(
				`The contact ${String(contacts()[index].id)} has the other value that this item can match on`,
			);
		});
		expect(counts()).toEqual([2 * PAGES, 0, 50]);
	});

	test('whose rescan fails fail alone, and the others continue', async () => {
		const POST = { method: 'POST' };
		world.sandbox.corlega.faults.push(
			{ match: POST, status: 409, body: {} },
			{ match: { method: 'GET' }, skip: PAGES, status: 500, times: 99 },
		);
		const { json } = await upsert(items.slice(0, 10), { options: { concurrency: 2 } }, CONTINUE);

		expect(json[0].error).toContain('HTTP 409');
		expect(outcomes(json.slice(1))).toEqual(Array(9).fill('created'));
		expect(sent('GET')).toHaveLength(PAGES + 1);
	});

	test('what is written during a rescan is not forgotten', async () => {
		world.sandbox.corlega.faults.push(
			{ match: { method: 'POST' }, status: 409, body: {} },
			// Changed when its page has been read again, but not yet the next one.
			{ match: { method: 'PATCH' }, delay: 150 },
			{ match: { method: 'GET' }, skip: PAGES + 1, delay: 500 },
			{ match: { method: 'PATCH' }, delay: 700 },
		);
		const [changed, other] = businesses();
		const rows = [
			items[0],
			{ value: changed.email, kvkNumber: '99990000' },
			{ value: other.email, name: 'Houdt een plaats bezet' },
			{ on: 'kvkNumber', value: '99990000', name: 'Nogmaals' },
		];
		const parameters = { ...additional('kvkNumber'), options: { concurrency: 2 } };
		const { json } = await upsert(rows, parameters, CONTINUE);

		expect(json[0].error).toContain('HTTP 409');
		expect(outcomes(json.slice(1))).toEqual(['updated', 'updated', 'updated']);
		expect(json[3].id).toBe(changed.id);
		expect(sent('POST')).toHaveLength(1);
	});
});

describe('an unsure create', () => {
	const rows = ['kwijt', 'ander', 'kwijt', 'nog een', 'kwijt'].map((name, index) => ({
		value: `${name.replace(' ', '')}@voorbeeld.nl`,
		name: `Rij ${index}`,
	}));

	test.each([1, 8])(
		'and a failed rescan: only items with its value fail (Concurrency %i)',
		async (concurrency) => {
			world.sandbox.corlega.faults.push(
				{ match: { method: 'POST' }, drop: 'after', skip: 0 },
				{ match: { method: 'GET' }, skip: PAGES, status: 500, times: 99 },
			);
			const { json } = await upsert(rows, { options: { concurrency } }, CONTINUE);

			const lost = json.findIndex(({ error }) => String(error).includes('may have been created'));
			const same = rows.map(({ value }) => value === rows[lost].value);
			expect(json[lost].details).toMatchObject({ attempts: 1, mayHaveBeenDone: true });
			json.forEach(({ error, details, outcome }, index) => {
				if (!same[index]) expect(outcome).toBe('created');
				else if (index > lost) {
					expect(error).toMatch(/^Can't determine whether Corlega has/);
					expect(details).toMatchObject({ attempts: 0, mayHaveBeenDone: false });
				}
			});
			// One rescan for the three of them, which ends at its first page.
			expect(sent('GET')).toHaveLength(PAGES + (lost === 0 ? 1 : 0));
			expect(contacts()).toHaveLength(208);
		},
	);

	test('is found by the next item with its value', async () => {
		fail('POST', { drop: 'after' });
		const items = ['Een', 'Twee'].map((name) => ({ value: 'kwijt@voorbeeld.nl', name }));
		const { json } = await upsert(items, { options: { lookUp: false } }, CONTINUE);

		expect(json[0].error).toContain('It may have been created all the same.');
		expect(json[1]).toMatchObject({ name: 'Twee', outcome: 'updated' });
		expect(contacts()).toHaveLength(206);
	});

	test('is found by its other value, too', async () => {
		fail('POST', { drop: 'after' });
		const items = [
			{ value: 'kwijt@voorbeeld.nl', kvkNumber: '33330000', name: 'Een' },
			{ on: 'kvkNumber', value: '33.330.000', name: 'Twee' },
		];
		const fields = { ...additional('kvkNumber'), options: { lookUp: false } };
		const { json } = await upsert(items, fields, CONTINUE);

		expect(json[1]).toMatchObject({ outcome: 'updated', email: 'kwijt@voorbeeld.nl' });
		expect(contacts()).toHaveLength(206);
	});
});

test('a contact without an ID in the list is an error, not a second contact', async () => {
	world.sandbox.corlega.contacts.change(world.sandbox.corlega.contacts.rows[0], { id: undefined });
	const { error } = await upsert([{ value: 'een@voorbeeld.nl', name: 'Een' }]);

	expect(error?.message).toBe('Corlega answered with a contact that has no ID');
	expect(sent('POST')).toEqual([]);
});

test.each([1, 8])(
	'a failed first scan fails no later item (Concurrency %i)',
	async (concurrency) => {
		fail('GET', { status: 500 });
		const { json } = await upsert(newRows(20), { options: { concurrency } }, CONTINUE);

		const failed = json.filter(({ error }) => error);
		expect(failed).toHaveLength(concurrency);
		for (const { error } of failed) expect(error).toContain('HTTP 500');
		expect(outcomes(json.slice(concurrency))).toEqual(Array(20 - concurrency).fill('created'));
		expect(sent('GET')).toHaveLength(1 + PAGES);
	},
);

test('the first scan is tried at most three times', async () => {
	fail('GET', { status: 500, times: 99 });
	const { json } = await upsert(newRows(20), { options: { concurrency: 1 } }, CONTINUE);

	expect(json.every(({ error }) => String(error).includes('HTTP 500'))).toBe(true);
	expect(counts()).toEqual([3, 0, 0]);
});
