import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { loadOptionsContext } from '../../../tools/engine/contexts';
import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { nodeTypes } from '../../../tools/engine/types';
import { byId, CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { contacts: 30, invoices: 5, quotes: 5 } });

const idIn = (list: 'contacts' | 'invoices' | 'quotes'): string =>
	String([...world.sandbox.corlega[list].keys()][0]);

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const fieldsOf = async (parameters: IDataObject): Promise<INodePropertyOptions[]> => {
	const { getFields } = nodeTypes.corlega.methods!.loadOptions!;
	const context = loadOptionsContext({ ...world.setup('corlega'), parameters });
	return await (getFields as Load).call(context);
};

const run = async (operation: string, parameters: IDataObject, items?: IDataObject[]) =>
	await world.run('corlega', operation, parameters, { settings: CONTINUE, items });

test.each([
	[{ resource: 'contact' }, ['id', 'name', 'email', 'kvkNumber'], ['contacts']],
	[{ resource: 'invoice' }, ['id', 'number', 'status', 'total'], ['invoices']],
	[{ resource: 'quote' }, ['id', 'number', 'status', 'total'], ['quotes']],
	[{ events: ['quoteCreated', 'quoteUpdated'] }, ['id', 'number', 'status'], ['quotes']],
	[
		{ events: ['contactCreated', 'invoiceStatusChanged'] },
		['id', 'name', 'email', 'number', 'status'],
		['contacts', 'invoices'],
	],
])(
	'%j: lists the fields that the account has, with one request a list',
	async (form, some, lists) => {
		const fields = await fieldsOf(form);
		expect(fields.map(({ value }) => value)).toEqual(expect.arrayContaining(some));
		expect(fields.every(({ name, value }) => name === value)).toBe(true);
		expect(world.log('corlega').sort()).toEqual(lists.map((list) => `GET /${list}`));
		expect(new Set(fields.map(({ value }) => value)).size).toBe(fields.length);
	},
);

test.each([{}, { resource: '' }, { events: [] }])('%j: says what to choose first', async (form) => {
	await expect(fieldsOf(form)).rejects.toThrow('Choose a Resource or Events first');
	expect(world.sandbox.corlega.requests).toEqual([]);
});

test.each<[string, string[], () => IDataObject]>([
	['contact.get', ['email', 'id'], () => ({ contactId: byId(idIn('contacts')) })],
	['contact.getAll', ['email', 'id'], () => ({ limit: 3 })],
	['contact.search', ['email', 'id'], () => ({ query: 'e', limit: 3 })],
	['invoice.get', ['total', 'number'], () => ({ invoiceId: byId(idIn('invoices')) })],
	['invoice.getAll', ['total', 'number'], () => ({ limit: 3 })],
	['quote.get', ['total', 'number'], () => ({ quoteId: byId(idIn('quotes')) })],
	['quote.getAll', ['total', 'number'], () => ({ limit: 3 })],
])('%s returns all fields, or the chosen ones in their order', async (operation, fields, given) => {
	const { json: whole } = await run(operation, given());
	expect(Object.keys(whole[0]).length).toBeGreaterThan(2);
	for (const names of [fields, fields.join(', ')]) {
		const { json } = await run(operation, {
			...given(),
			output: 'selectedFields',
			fields: names,
		});
		expect(json).toEqual(whole.map((one) => Object.fromEntries(fields.map((f) => [f, one[f]]))));
		expect(Object.keys(json[0])).toEqual(fields);
	}
});

test('several searches that share one reading return the chosen fields, too', async () => {
	const { json } = await run(
		'contact.search',
		{ query: '={{ $json.q }}', limit: 1, output: 'selectedFields', fields: ['email'] },
		[{ q: 'e' }, { q: 'a' }],
	);
	expect(json.map((one) => Object.keys(one))).toEqual([['email'], ['email']]);
});

test('a chosen field that no record has is null, and a hint says so once', async () => {
	const { json, hints } = await run('invoice.getAll', {
		limit: 3,
		output: 'selectedFields',
		fields: ['number', 'totaal'],
	});
	expect(json.map(({ totaal }) => totaal)).toEqual([null, null, null]);
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringContaining('Not every record has the field totaal'),
	]);
});

test.each<[unknown, string[]]>([
	['["email","id"]', ['email', 'id']],
	["['email', 'id']", ['email', 'id']],
	['email; id', ['email', 'id']],
	['email\nid\n', ['email', 'id']],
	['Email, ID', ['Email', 'ID']],
	[[], []],
	[['', ' '], []],
	[
		['email', null, '', 'id'],
		['email', 'id'],
	],
	['"email","\u200bid"', ['email', 'id']],
])('the fields %j are those names, whatever their capitals', async (fields, names) => {
	const parameters = { limit: 1, output: 'selectedFields', fields: '={{ $json.fields }}' };
	const { json } = await run('contact.getAll', parameters, [{ fields }] as IDataObject[]);
	if (names.length === 0) {
		expect(json[0].error).toMatch(/Fields is empty/);
		return expect(world.log('corlega')).toEqual([]);
	}
	const { json: whole } = await run('contact.getAll', { limit: 1 });
	const [{ email, id }] = whole;
	expect(json).toEqual([{ [names[0]]: email, [names[1]]: id }]);
});

test('a field that every JavaScript object has is none of the record', async () => {
	const parameters = { limit: 1, output: 'selectedFields', fields: ['constructor', 'id'] };
	const { json } = await run('contact.getAll', parameters);
	expect(json).toEqual([{ constructor: null, id: expect.any(String) }]);
});

describe('the trigger', () => {
	const events = ['invoiceCreated', 'invoiceStatusChanged'];

	/** What a poll emits after an invoice has got another status. */
	const emitted = async (parameters: IDataObject) => {
		const data = world.credentials('corlega');
		const trigger = new PolledTrigger('corlega', { events, ...parameters }, data);
		await trigger.poll();
		const id = idIn('invoices');
		const { invoices } = world.sandbox.corlega;
		const invoice = invoices.get(id)!;
		invoices.set(id, { ...invoice, status: 'paid later' });
		const items = await trigger.poll();
		invoices.set(id, invoice);
		const change = { event: 'invoiceStatusChanged', from: invoice.status, to: 'paid later' };
		return { invoice, change, items };
	};

	test('emits all fields, also in a workflow that was saved before there was a choice', async () => {
		const { invoice, change, items } = await emitted({});
		const { id, number, total } = invoice;
		expect(items).toEqual([expect.objectContaining({ id, number, total, ...change })]);
	});

	test('emits the chosen fields, and what happened', async () => {
		const output = { output: 'selectedFields', fields: ['number', 'id'] };
		const { invoice, change, items } = await emitted(output);
		expect(items).toEqual([{ number: invoice.number, id: invoice.id, ...change }]);
	});

	test('without a chosen field fails before anything is sent', async () => {
		await expect(emitted({ output: 'selectedFields', fields: [] })).rejects.toThrow(
			'Fields is empty',
		);
		expect(world.sandbox.corlega.requests).toEqual([]);
	});
});
