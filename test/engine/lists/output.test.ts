import type { IDataObject } from 'n8n-workflow';
import { byId, byName, CONTINUE, World } from '../../../tools/engine/world';

let world: World;

beforeAll(async () => {
	world = await World.start({ inboxify: { contacts: 40 } });
});

beforeEach(() => world.clear());

afterAll(async () => await world.sandbox.close());

const OIN = '00000001234567891000';

/** One record of each operation with Output. */
const OPERATIONS = {
	'inboxify contact.get': async (parameters: IDataObject) => {
		const [contact] = world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.rows;
		const given = { list: byName('Webshopklanten'), contactId: byId(contact.id) };
		return await world.run(
			'inboxify',
			'contact.get',
			{ ...given, ...parameters },
			{ settings: CONTINUE },
		);
	},
	'inboxify contact.getAll': async (parameters: IDataObject) =>
		await world.run(
			'inboxify',
			'contact.getAll',
			{ list: byName('Webshopklanten'), limit: 1, ...parameters },
			{ settings: CONTINUE },
		),
	'cor organisation.get': async (parameters: IDataObject) =>
		await world.run(
			'cor',
			'organisation.get',
			{ oin: byId(OIN), ...parameters },
			{ settings: CONTINUE },
		),
	'cor organisation.getAll': async (parameters: IDataObject) =>
		await world.run(
			'cor',
			'organisation.getAll',
			{ filters: { oin: OIN }, ...parameters },
			{ settings: CONTINUE },
		),
	'cor organisation.getChanged': async (parameters: IDataObject) =>
		await world.run(
			'cor',
			'organisation.getChanged',
			{ since: '1990-01-01', ...parameters },
			{ settings: CONTINUE },
		),
};

describe.each(Object.entries(OPERATIONS))('%s', (name, run) => {
	const isCor = name.startsWith('cor');
	const simple = isCor ? 'subOins' : 'registrationDate';
	const raw = isCor ? '_links' : 'remarks';
	const key = isCor ? 'oin' : 'email';

	test.each<[IDataObject, boolean]>([
		[{}, true],
		[{ output: 'simplified' }, true],
		[{ output: '={{ null }}' }, true],
		[{ simplify: true }, true],
		[{ output: 'raw' }, false],
		// As a workflow has it that was saved before Output was there.
		[{ simplify: false }, false],
		[{ simplify: '={{ "nee" }}' }, false],
	])('%j: simplified is %s', async (parameters, isSimple) => {
		const { json, error } = await run(parameters);
		expect(error).toBeUndefined();
		if (isSimple) expect(json[0]).toHaveProperty(simple);
		else expect(json[0]).toHaveProperty(raw);
		expect(Object.keys(json[0]).includes(raw)).toBe(!isSimple);
	});

	test.each([[[key, raw]], [`${key}, ${raw}`], [`={{ ["${key}", "${raw}"] }}`]])(
		'the fields in %j come out, in that order',
		async (fields) => {
			const { json } = await run({ output: 'selectedFields', fields });
			expect(Object.keys(json[0])).toEqual([key, raw]);
			expect(json[0][key]).toBeTruthy();
		},
	);

	test('a field that a record lacks is null; no field is an error before anything is sent', async () => {
		const { json } = await run({ output: 'selectedFields', fields: [key, 'bestaatNiet'] });
		expect(json[0].bestaatNiet).toBeNull();
		world.clear();
		for (const fields of [[], '', ' , ']) {
			const { json: none } = await run({ output: 'selectedFields', fields });
			expect(none[0].error).toMatch(/Fields is empty/);
		}
		expect(world.sandbox[isCor ? 'cor' : 'inboxify'].requests).toEqual([]);
	});
});

test('Create returns the whole contact unless fields are chosen', async () => {
	const create = async (email: string, parameters: IDataObject) =>
		(
			await world.run('inboxify', 'contact.create', {
				list: byName('Webshopklanten'),
				email,
				...parameters,
			})
		).json[0];
	expect(await create('een@uitvoer.example', {})).toHaveProperty('remarks');
	expect(Object.keys(await create('twee@uitvoer.example', { output: 'simplified' }))).toHaveLength(
		10,
	);
	expect(
		await create('drie@uitvoer.example', { output: 'selectedFields', fields: ['email'] }),
	).toEqual({
		email: 'drie@uitvoer.example',
	});
});
