import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { loadOptionsContext } from '../../../tools/engine/contexts';
import { byEmail } from '../../../tools/engine/locator';
import { nodeTypes } from '../../../tools/engine/types';
import { byId, byName, type NodeName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
) => Promise<INodeListSearchResult>;

/** Searches in a resource locator, as the editor does while someone types. */
async function search(
	node: NodeName,
	method: string,
	filter?: string,
	token?: string,
	other: IDataObject = {},
): Promise<INodeListSearchResult> {
	const context = loadOptionsContext(world.setup(node, { ...world.credentials(node), ...other }));
	const found = nodeTypes[node].methods!.listSearch![method] as Search;
	return await found.call(context, filter, token);
}

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

test('quotes and invoices of Corlega by number', async () => {
	const [quote] = world.sandbox.corlega.quotes.values();
	const [invoice] = world.sandbox.corlega.invoices.values();

	expect((await search('corlega', 'searchQuotes', String(quote.number))).results[0].value).toBe(
		quote.id,
	);
	expect((await search('corlega', 'searchInvoices', String(invoice.number))).results[0].value).toBe(
		invoice.id,
	);
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
	const contacts = () => world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.rows;
	const find = async (method: string, parameters: IDataObject, filter?: string, token?: string) => {
		const setup = { ...world.setup('inboxify'), parameters };
		const found = nodeTypes.inboxify.methods!.listSearch![method] as Search;
		return await found.call(loadOptionsContext(setup), filter, token);
	};
	const named = (email: string) =>
		({ name: expect.stringContaining(email), value: expect.any(String) }) as object;

	test('contacts of a list of Inboxify by their name or their address', async () => {
		const contact = contacts().at(-1)!;
		const { firstName, insertion, lastName, email, id } = contact;
		const name = [firstName, insertion, lastName].filter(Boolean).join(' ');

		for (const typed of [name.toUpperCase(), email.slice(0, -4), ` ${email} `]) {
			const { results } = await find('searchContacts', LIST, typed);
			expect(results).toContainEqual({ name: `${name} - ${email}`, value: id });
		}
		expect((await find('searchContacts', LIST, 'nergens@nergens')).results).toEqual([]);
	});

	test('contacts of another list are others', async () => {
		const other = { list: byName('Leden & donateurs') };
		const [first] = world.sandbox.inboxify.lists.get('Leden & donateurs')!.contacts.rows;

		expect((await find('searchContacts', LIST)).results).toContainEqual(named(contacts()[0].email));
		expect((await find('searchContacts', other)).results).toContainEqual(named(first.email));
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

	// Nothing is cached for another address.
	const other = node === 'inboxify' ? { baseUrl: `${world.sandbox.inboxify.url}/api` } : {};
	await expect(search(node, method, undefined, undefined, other)).rejects.toThrow('HTTP 418');
});
