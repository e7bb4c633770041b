import type { IDataObject } from 'n8n-workflow';
import { byId, byName, CONTINUE, type NodeName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ inboxify: { contacts: 40 }, cor: { organisations: 40 } });

const LIST = { list: byName('Webshopklanten') };
const OIN = '00000001234567891000';

const firstContact = () => {
	const [{ id }] = world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.rows;
	return { ...LIST, contactId: byId(id) };
};

/** One record of each operation with Output. */
describe.each<[NodeName, string, () => IDataObject]>([
	['inboxify', 'contact.get', firstContact],
	['inboxify', 'contact.getAll', () => ({ ...LIST, limit: 1 })],
	['cor', 'organisation.get', () => ({ oin: byId(OIN) })],
	['cor', 'organisation.getAll', () => ({ filters: { oin: OIN } })],
	['cor', 'organisation.getChanged', () => ({ since: '1990-01-01' })],
])('%s %s', (node, operation, given) => {
	const isCor = node === 'cor';
	const simple = isCor ? 'subOins' : 'registrationDate';
	const raw = isCor ? '_links' : 'remarks';
	const key = isCor ? 'oin' : 'email';

	const run = async (parameters: IDataObject) =>
		await world.run(node, operation, { ...given(), ...parameters }, { settings: CONTINUE });

	test.each<[IDataObject, boolean]>([
		[{}, true],
		[{ output: 'simplified' }, true],
		[{ output: '={{ null }}' }, true],
		[{ simplify: true }, true],
		[{ simplify: '={{ true }}' }, true],
		[{ simplify: '={{ "true" }}' }, true],
		[{ simplify: '={{ null }}' }, true],
		[{ simplify: '={{ $json.missing }}' }, true],
		[{ output: 'raw' }, false],
		// As a workflow has it that was saved before Output was there.
		[{ simplify: false }, false],
		[{ simplify: '={{ false }}' }, false],
		[{ simplify: '={{ "nee" }}' }, false],
		[{ simplify: '={{ "false" }}' }, false],
		[{ simplify: '={{ "False" }}' }, false],
	])('%j: simplified is %s', async (parameters, isSimple) => {
		const { json, error } = await run(parameters);
		expect(error).toBeUndefined();
		if (isSimple) expect(json[0]).toHaveProperty(simple);
		else expect(json[0]).toHaveProperty(raw);
		expect(Object.keys(json[0]).includes(raw)).toBe(!isSimple);
	});

	test('a Simplify that is neither yes nor no is an error before a request', async () => {
		const { json } = await run({ simplify: '={{ "perhaps" }}' });
		expect(json[0].error).toMatch(/^Simplify must be one of true, false/);
		expect(world.log(node)).toEqual([]);
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
		expect(world.log(node)).toEqual([]);
	});
});

test('Create returns the whole contact unless fields are chosen', async () => {
	const create = async (email: string, parameters: IDataObject) =>
		(await world.run('inboxify', 'contact.create', { ...LIST, email, ...parameters })).json[0];
	const [email, selected] = [
		'drie@uitvoer.example',
		{ output: 'selectedFields', fields: ['email'] },
	];

	expect(await create('een@uitvoer.example', {})).toHaveProperty('remarks');
	const simplified = await create('twee@uitvoer.example', { output: 'simplified' });
	expect(Object.keys(simplified)).toHaveLength(10);
	expect(await create(email, selected)).toEqual({ email });
});
