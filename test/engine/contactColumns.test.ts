import type { IDataObject, ResourceMapperFields } from 'n8n-workflow';
import { byEmail, byId } from '../../tools/engine/locator';
import { byName, CONTINUE } from '../../tools/engine/world';
import { columnsOf } from './editor';
import { freshWorld } from './freshWorld';

const world = freshWorld({
	corlega: { limit: null, contacts: 20 },
	inboxify: { contacts: 20 },
});

/** The columns as the editor gets them. */
async function columns(node: 'corlega' | 'inboxify', method = 'getContactColumns') {
	const { fields } = await columnsOf(world.setup(node), method);
	world.clear();
	return fields;
}

const mapped = (fields: ResourceMapperFields['fields'], value?: IDataObject): IDataObject => ({
	specifyFields: 'columns',
	columns: {
		mappingMode: value ? 'defineBelow' : 'autoMapInputData',
		value: value ?? null,
		schema: fields as never,
	},
});

const sent = (node: 'corlega' | 'inboxify') =>
	world.sandbox[node].requests.filter(({ method }) => method !== 'GET').map(({ body }) => body);

const LIST = { list: byName('Webshopklanten') };

const ROW = {
	email: 'Nieuw <nieuw@kolom.example>',
	'First Name': ' Jan ',
	tags: 'A, B',
	sex: '1',
	iets: 'x',
};

describe('Inboxify', () => {
	test('the columns are the documented fields, without a request', async () => {
		const fields = await columns('inboxify');
		expect(fields.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['firstName', 'customDate', 'tags']),
		);
		expect(fields.map(({ id }) => id)).not.toContain('email');
		expect(fields.find(({ id }) => id === 'sex')).toMatchObject({ type: 'options' });
		expect(world.sandbox.inboxify.requests).toEqual([]);
	});

	test.each(['create', 'bulkInsert', 'upsert', 'sync'])(
		'%s maps the input, with the checks of the fields',
		async (operation) => {
			const fields = await columns('inboxify');
			const { json, hints } = await world.run(
				'inboxify',
				`contact.${operation}`,
				{ ...LIST, email: '={{ $json.email }}', ...mapped(fields) },
				{
					items: [
						{ ...ROW, 'E-mail': ROW.email },
						{ ...ROW, email: 'twee@kolom.example', sex: 'onbekend' },
					],
					settings: CONTINUE,
				},
			);
			const contact = { email: 'nieuw@kolom.example', firstName: 'Jan', tags: ['A', 'B'], sex: 1 };
			expect(sent('inboxify').flat()).toEqual([contact]);
			expect(json[1].error).toMatch(/Sex must be one of 0, 1, 2/);
			expect(hints.map(({ message }) => message)).toContainEqual(
				'Input fields without a column of their own were left out: iets (items 0-1).',
			);
		},
	);

	test('the input is mapped by the names that the form shows, too', async () => {
		const fields = await columns('inboxify');
		await world.run(
			'inboxify',
			'contact.bulkInsert',
			{ ...LIST, email: '={{ $json.email }}', ...mapped(fields) },
			{ items: [{ email: 'vrij@kolom.example', 'Free Field 1': 'x', FREE_2: 'y', free3: 'z' }] },
		);
		expect(sent('inboxify').flat()).toEqual([
			{ email: 'vrij@kolom.example', free1: 'x', free2: 'y', free3: 'z' },
		]);
	});

	test('an update by hand sends the columns', async () => {
		const fields = await columns('inboxify', 'getContactUpdateColumns');
		const [{ email }] = world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.rows;
		await world.run('inboxify', 'contact.update', {
			...LIST,
			contactId: byEmail(email),
			...mapped(fields, {
				city: 'Sneek',
				email: 'ander@kolom.example',
				lastName: null,
				firstName: '',
			}),
		});
		expect(sent('inboxify')).toEqual([{ city: 'Sneek', email: 'ander@kolom.example' }]);
	});
});

describe('Corlega', () => {
	test('the columns are the documented fields, and others that contacts of the account have', async () => {
		Object.assign(world.sandbox.corlega.contacts.rows[0], { oin: '00000001234567891000' });
		const fields = await columns('corlega');
		expect(fields.map(({ id }) => id)).toEqual(['email', 'kvkNumber', 'phone', 'type', 'oin']);
	});

	test.each(['create', 'upsert'])(
		'%s maps the input; what is not documented is a custom field',
		async (operation) => {
			Object.assign(world.sandbox.corlega.contacts.rows[0], { oin: 'x' });
			const fields = await columns('corlega');
			await world.run(
				'corlega',
				`contact.${operation}`,
				{
					name: '={{ $json.name }}',
					...(operation === 'upsert' && {
						matchOn: 'kvkNumber',
						matchValue: '={{ $json.kvk_number }}',
					}),
					...mapped(fields),
				},
				{
					items: [
						{
							name: 'Kolom',
							email: 'a@kolom.example',
							kvk_number: 'KvK 12345678',
							OIN: '1',
							leeg: null,
						},
					],
				},
			);
			expect(sent('corlega')).toEqual([
				{ name: 'Kolom', email: 'a@kolom.example', kvkNumber: '12345678', oin: '1' },
			]);
		},
	);

	test('columns that are not documented are sent with their types, and lists of objects as such', async () => {
		Object.assign(world.sandbox.corlega.contacts.rows[0], {
			isSupplier: true,
			discount: 5,
			addresses: [{ street: 'Kade', number: 1 }],
			labels: ['a'],
		});
		const fields = await columns('corlega');
		const value = { isSupplier: 'false', discount: '12.5', labels: '["b"]', phone: 612345678 };
		const address = { 'addresses.street': 'Dorpsstraat', 'addresses.number': '2' };
		await world.run('corlega', 'contact.create', {
			name: 'Kolom',
			...mapped(fields, { ...value, ...address }),
		});
		expect(sent('corlega')).toEqual([
			{
				name: 'Kolom',
				phone: '612345678',
				isSupplier: false,
				discount: 12.5,
				labels: ['b'],
				addresses: [{ street: 'Dorpsstraat', number: 2 }],
			},
		]);
	});

	test('an update by hand sends the columns', async () => {
		const fields = await columns('corlega', 'getContactUpdateColumns');
		const [{ id }] = world.sandbox.corlega.contacts.rows;
		await world.run('corlega', 'contact.update', {
			contactId: byId(id),
			...mapped(fields, { name: 'Nieuw', phone: '0612345678' }),
		});
		expect(sent('corlega')).toEqual([{ name: 'Nieuw', phone: '0612345678' }]);
	});
});

test('Map Automatically names a column name that it leaves out', async () => {
	const text = 'Input fields without a column of their own were left out: name.';
	const row = { email: 'x@kolom.example', name: 'Jan' };
	world.sandbox.corlega.contacts.set('x', { id: 'x', ...row } as never);
	const runs = [
		await world.run(
			'inboxify',
			'contact.create',
			{ ...LIST, email: row.email, ...mapped(await columns('inboxify')) },
			{ items: [row] },
		),
		await world.run(
			'corlega',
			'contact.upsert',
			{ matchValue: row.email, ...mapped(await columns('corlega')) },
			{ items: [row] },
		),
	];

	for (const { hints } of runs) {
		expect(hints.map(({ message }) => message)).toContain(text);
	}
});
