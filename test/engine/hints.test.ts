import type { INodeExecutionData } from 'n8n-workflow';
import { startSandbox } from '../../sandbox';
import { executeContext } from '../../tools/engine/contexts';
import { nodeTypes } from '../../tools/engine/types';
import { byId, byName, sharedWorld } from '../../tools/engine/world';

const world = sharedWorld({ corlega: { contacts: 205, limit: null } });

const messages = ({ hints }: { hints: Array<{ message: string }> }) =>
	hints.map(({ message }) => message);

const hintsOf = async (...run: Parameters<typeof world.run>) => messages(await world.run(...run));

test('nothing to explain, no hints', async () => {
	expect(await hintsOf('corlega', 'contact.getAll', { returnAll: true })).toEqual([]);
	expect(await hintsOf('corlega', 'contact.getAll', { limit: 205 })).toEqual([]);
});

describe('a list that was cut by its limit', () => {
	const items = [{ limit: 20 }, { limit: 20 }];
	const CONTACTS = { list: byName('Webshopklanten'), options: { offset: 100 } };

	test('has a hint if n8n shows none', async () => {
		const limit = '={{ $json.limit }}';
		expect(await hintsOf('corlega', 'contact.getAll', { limit: 50 }, { items })).toEqual([
			'Returned 100 of 410. Switch on Return All to get all of them.',
		]);
		const contacts = { ...CONTACTS, limit };
		expect(await hintsOf('inboxify', 'contact.getAll', contacts, { items })).toEqual([
			'Returned 40 of 4,800. Switch on Return All to get all of them.',
		]);
		const one = { items: [{ limit: 31 }] };
		expect(await hintsOf('cor', 'organisation.getAll', { limit }, one)).toEqual([
			'Returned 31 of 930. Switch on Return All to get all of them.',
		]);
	});

	test('has no hint if as many items come out as the limit says, because n8n shows one', async () => {
		expect(await hintsOf('corlega', 'contact.getAll', { limit: 50 })).toEqual([]);
		expect(await hintsOf('corlega', 'contact.getAll')).toEqual([]);
		expect(await hintsOf('inboxify', 'contact.getAll', { ...CONTACTS, limit: 20 })).toEqual([]);
		expect(await hintsOf('cor', 'organisation.getAll', { limit: 31 })).toEqual([]);
	});
});

describe('what looks like a mistake is sent all the same, with a warning', () => {
	const NO_ZERO =
		'A KvK number has 8 digits, and this one has 7: a spreadsheet may have removed its leading zero. Enter it as text';
	const WRONG_IBAN = 'The checksum of this IBAN is wrong: check it for a typing error';

	test('a KvK number of 7 digits, with the items that have it', async () => {
		const numbers = ['1234567', '12345678', 7654321, '1234.567', '', '123456', '12345678901'];
		const { hints, json, error } = await world.run(
			'corlega',
			'contact.create',
			{ name: 'x', additionalFields: { kvkNumber: '={{ $json.number }}' } },
			{ items: numbers.map((number) => ({ number })) },
		);

		expect(error).toBeUndefined();
		expect(json.map(({ kvkNumber }) => kvkNumber)).toEqual([
			'1234567',
			'12345678',
			'7654321',
			'1234.567',
			undefined,
			'123456',
			'12345678901',
		]);
		expect(hints).toEqual([
			{ message: `${NO_ZERO} (items 0, 2-3).`, type: 'warning', location: 'outputPane' },
		]);
	});

	test.each([
		['contact.update', { contactId: byId('ID'), updateFields: { kvkNumber: '1234567' } }],
		['contact.upsert', { matchOn: 'kvkNumber', matchValue: '7000001', name: 'x' }],
		[
			'contact.upsert',
			{ matchValue: 'a@b.nl', name: 'x', additionalFields: { kvkNumber: '1234567' } },
		],
		['organization.update', { updateFields: { kvkNumber: '1234567' } }],
	])('also by %s', async (operation, parameters) => {
		const [{ id }] = world.sandbox.corlega.contacts.rows;
		const contactId = 'contactId' in parameters ? { contactId: byId(id) } : {};
		const run = await world.run('corlega', operation, { ...parameters, ...contactId });

		expect(run.error).toBeUndefined();
		expect(messages(run)).toContain(`${NO_ZERO}.`);
	});

	test.each([
		['NL91 ABNA 0417 1643 00', []],
		['nl91abna0417164300', []],
		['BE68539007547034', []],
		['NL91ABNA0417164301', [`${WRONG_IBAN}.`]],
		['0417164300', [`${WRONG_IBAN}.`]],
	])('the IBAN %s', async (iban, expected) => {
		const run = await world.run('corlega', 'organization.update', { updateFields: { iban } });

		expect(run.json).toEqual([expect.objectContaining({ iban })]);
		expect(messages(run)).toEqual(expected);
	});
});

test('where n8n has no place for hints, the items come out all the same', async () => {
	world.sandbox.corlega.faults.push({ drop: 'before' });
	const parameters = { resource: 'organization', operation: 'get' };
	const context = executeContext({ ...world.setup('corlega'), parameters });
	Object.defineProperty(context, 'addExecutionHints', { value: undefined });
	const [items] = (await nodeTypes.corlega.execute?.call(context)) as INodeExecutionData[][];

	expect(items).toEqual([{ json: expect.any(Object), pairedItem: { item: 0 } }]);
	expect(world.log('corlega')).toHaveLength(2);
});

test('an API that is on its way out', async () => {
	world.sandbox.corlega.deprecation = '@1798761600';
	const run = await world.run('corlega', 'apiKey.get');
	world.sandbox.corlega.deprecation = undefined;

	expect(messages(run)).toEqual([
		'Corlega is phasing out this version of its API (Deprecation: @1798761600). Look for a newer version of this node.',
	]);
});

test('contacts that were refused in a bulk call', async () => {
	const [email] = world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.keys();
	const items = [{ email }, { email: 'nieuw@voorbeeld.nl' }];
	const parameters = { list: byName('Webshopklanten'), email: '={{ $json.email }}' };

	expect(await hintsOf('inboxify', 'contact.bulkInsert', parameters, { items })).toEqual([
		'Inboxify refused 1 of 2 contacts. See "reason" in their output items.',
	]);
});

test('a certificate that expires soon', async () => {
	const soon = await startSandbox({ cor: { clientValidDays: 20 } });
	const { ca, client } = soon.cor.certificates;
	const credentials = { ...world.credentials('cor'), baseUrl: soon.cor.url, ca, ...client };
	const run = await world.run(
		'cor',
		'organisation.get',
		{ oin: byId(soon.cor.organisations[0].oin) },
		{ credentials },
	);
	await soon.close();

	expect(messages(run)).toEqual([
		expect.stringMatching(/^The certificate in the credential expires in (19|20) days, on /),
	]);
});
