import type { IDataObject } from 'n8n-workflow';
import { byEmail } from '../../../tools/engine/locator';
import { byId, byName, type NodeName, sharedWorld } from '../../../tools/engine/world';
import { searchList } from '../editor';

const world = sharedWorld({ corlega: { limit: null } });

const search = async (node: NodeName, method: string, filter?: string, token?: string) =>
	await searchList(world.setup(node), method, filter, token);

test('contacts of Corlega by name, page after page', async () => {
	const rows = [...world.sandbox.corlega.contacts.values()];
	const page = await search('corlega', 'searchContacts');
	expect(page.results).toHaveLength(100);
	expect(page.results[0]).toEqual({
		name: expect.stringContaining(String(rows[0].name)),
		value: rows[0].id,
	});
	const last = await search('corlega', 'searchContacts', undefined, '3');
	expect(last).toEqual({ results: expect.any(Array), paginationToken: undefined });
	expect(last.results).toHaveLength(50);
});

test('a contact on the last page is found by part of its name', async () => {
	const row = [...world.sandbox.corlega.contacts.values()].at(-1)!;
	const { results } = await search('corlega', 'searchContacts', String(row.name).toUpperCase());

	expect(results.map(({ value }) => value)).toContain(row.id);
});

test.each([
	['searchQuotes', () => world.sandbox.corlega.quotes],
	['searchInvoices', () => world.sandbox.corlega.invoices],
] as const)('%s of Corlega finds by number', async (method, records) => {
	const [record] = records().values();
	const { results } = await search('corlega', method, String(record.number));

	expect(results[0].value).toBe(record.id);
});

test('lists of Inboxify by name, requested once while someone types', async () => {
	for (const typed of ['l', 'le', 'leden']) {
		expect((await search('inboxify', 'searchLists', typed)).results).toContainEqual({
			name: 'Leden & donateurs',
			value: 'Leden & donateurs',
		});
	}
	expect((await search('inboxify', 'searchLists', 'niets')).results).toEqual([]);
	expect(world.log('inboxify')).toEqual(['GET /lists']);
});

describe('within what is chosen in another field', () => {
	const LIST = { list: byName('Webshopklanten') };
	const rowsOf = (list: string) => world.sandbox.inboxify.lists.get(list)!.contacts.rows;
	const contacts = () => rowsOf('Webshopklanten');
	const find = async (method: string, parameters: IDataObject, filter?: string, token?: string) =>
		await searchList({ ...world.setup('inboxify'), parameters }, method, filter, token);
	const named = (email: string) =>
		({ name: expect.stringContaining(email), value: expect.any(String) }) as object;

	test('contacts of a list of Inboxify by their name or their address', async () => {
		const { firstName, insertion, lastName, email, id } = contacts().at(-1)!;
		const name = [firstName, insertion, lastName].filter(Boolean).join(' ');

		for (const typed of [name.toUpperCase(), email.slice(0, -4), ` ${email} `]) {
			const { results } = await find('searchContacts', LIST, typed);
			expect(results).toContainEqual({ name: `${name} - ${email}`, value: id });
		}
		expect((await find('searchContacts', LIST, 'nergens@nergens')).results).toEqual([]);
	});

	test.each(['Webshopklanten', 'Leden & donateurs'])('contacts of the list %s', async (list) => {
		const { results } = await find('searchContacts', { list: byName(list) });

		expect(results).toContainEqual(named(rowsOf(list)[0].email));
	});

	test('page after page', async () => {
		const { results, paginationToken } = await find('searchContacts', LIST);
		expect(results).toHaveLength(1000);
		expect(paginationToken).toBe('2');
		const next = await find('searchContacts', LIST, undefined, paginationToken as string);
		expect(next.results[0]).toEqual(named(contacts()[1000].email));
	});

	test('the tags of a contact', async () => {
		const [contact] = contacts();
		contact.tags = ['Merk A', 'Merk B', 'VIP'];
		for (const contactId of [byId(contact.id), byEmail(contact.email)]) {
			const { results } = await find('searchTags', { ...LIST, contactId }, 'merk');
			expect(results.map(({ value }) => value)).toEqual(['Merk A', 'Merk B']);
		}
	});

	test.each<[string, string, IDataObject]>([
		['List', 'searchContacts', {}],
		['List', 'searchTags', { contactId: byId('1') }],
		['Contact', 'searchTags', LIST],
		['Contact', 'searchTags', { ...LIST, contactId: byId('') }],
	])('where no %s is chosen yet, %s says what to do first', async (field, method, parameters) => {
		await expect(find(method, parameters)).rejects.toThrow(`Choose a ${field} first`);
		expect(world.log('inboxify')).toEqual([]);
	});
});

test('organisations of COR by name, which the register searches itself', async () => {
	const { results, paginationToken } = await search('cor', 'searchOrganisations', 'gemeente');
	expect(results).toHaveLength(30);
	expect(paginationToken).toBe('2');
	expect(world.sandbox.cor.requests[0].query).toEqual({ zoek: 'gemeente', pagina: '1' });
	expect((await search('cor', 'searchOrganisations', 'Nergens')).results).toEqual([]);
});

test.each<[NodeName, string]>([
	['corlega', 'searchContacts'],
	['inboxify', 'searchLists'],
	['cor', 'searchOrganisations'],
])('an error of %s is reported', async (node, method) => {
	world.sandbox[node].faults.push({ status: 418, times: 9 });
	const credentials = world.credentials(node);
	// Nothing is cached for another address.
	if (node === 'inboxify') credentials.baseUrl = `${world.sandbox.inboxify.url}/api`;

	await expect(searchList(world.setup(node, credentials), method)).rejects.toThrow('HTTP 418');
});
