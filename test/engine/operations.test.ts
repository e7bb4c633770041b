import Ajv, { type AnySchema } from 'ajv';
import type { IDataObject } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { nodeTypes, operationsOf, type RunResult } from './harness';
import { byId, byName, type NodeName, World } from './world';

let world: World;

beforeAll(async () => {
	world = await World.start({ corlega: { limit: null } });
});

afterAll(async () => await world.sandbox.close());

beforeEach(() => world.clear());

/** How an operation is tried: what is asked for, and what must come of it. */
interface Case {
	parameters?: () => IDataObject;
	requests: string[];
	check(result: RunResult): void;
}

const LIST = { list: byName('Webshopklanten') };
const first = <T>(entries: { values(): Iterable<T> }): T => [...entries.values()][0];
const contact = () => first(world.sandbox.corlega.contacts) as IDataObject & { id: string };
const quote = () => first(world.sandbox.corlega.quotes) as IDataObject & { id: string };
const openInvoice = () =>
	[...world.sandbox.corlega.invoices.values()].find(({ status }) => status !== 'paid')!;
const subscriber = (index = 0) =>
	[...world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.values()][index];

const CASES: Record<NodeName, Record<string, Case>> = {
	corlega: {
		'apiKey.get': {
			requests: ['GET /me'],
			check: ({ json }) => expect(json).toEqual([expect.objectContaining({ scopes: ['*'] })]),
		},
		'contact.create': {
			parameters: () => ({
				name: 'Bouwbedrijf De Vries B.V.',
				additionalFields: {
					email: 'info@devries-bouw.nl',
					kvkNumber: '12345678',
					phone: '06 12345678',
					type: 'business',
					customFields: { field: [{ name: 'oin', value: '00000001234567891000' }] },
				},
			}),
			requests: ['POST /contacts'],
			check: ({ json }) => {
				const [{ id, ...fields }] = json;
				expect(fields).toMatchObject({
					name: 'Bouwbedrijf De Vries B.V.',
					email: 'info@devries-bouw.nl',
					kvkNumber: '12345678',
					phone: '06 12345678',
					type: 'business',
					oin: '00000001234567891000',
				});
				expect(world.sandbox.corlega.contacts.get(String(id))).toMatchObject(fields);
			},
		},
		'contact.get': {
			parameters: () => ({ contactId: byId(contact().id) }),
			requests: ['GET /contacts/ID'],
			check: ({ json }) => expect(json).toEqual([contact()]),
		},
		'contact.getAll': {
			parameters: () => ({ returnAll: true }),
			requests: Array(3).fill('GET /contacts'),
			check: ({ json }) => expect(json).toEqual([...world.sandbox.corlega.contacts.values()]),
		},
		'contact.update': {
			parameters: () => ({
				contactId: byId(contact().id),
				updateFields: { name: 'Nieuwe naam', phone: '010 1234567' },
			}),
			requests: ['PATCH /contacts/ID'],
			check: ({ json }) => {
				expect(json).toEqual([contact()]);
				expect(contact()).toMatchObject({ name: 'Nieuwe naam', phone: '010 1234567' });
			},
		},
		'contact.upsert': {
			parameters: () => ({
				matchOn: 'email',
				matchValue: String(contact().email).toUpperCase(),
				name: 'Bijgewerkt',
			}),
			requests: [...Array<string>(3).fill('GET /contacts'), 'PATCH /contacts/ID'],
			check: ({ json }) => {
				expect(json).toEqual([contact()]);
				expect(contact().name).toBe('Bijgewerkt');
			},
		},
		'invoice.create': {
			parameters: () => ({ specifyBody: 'json', jsonBody: '{ "total": 121.5, "lines": [1] }' }),
			requests: ['POST /invoices'],
			check: ({ json }) =>
				expect(json).toEqual([expect.objectContaining({ total: 121.5, lines: [1] })]),
		},
		'invoice.get': {
			parameters: () => ({ invoiceId: byId(openInvoice().id) }),
			requests: ['GET /invoices/ID'],
			check: ({ json }) => expect(json).toEqual([openInvoice()]),
		},
		'invoice.getAll': {
			parameters: () => ({ limit: 40 }),
			requests: ['GET /invoices'],
			check: ({ json }) => expect(json).toHaveLength(40),
		},
		'invoice.update': {
			parameters: () => ({
				invoiceId: byId(openInvoice().id),
				bodyParameters: { parameters: [{ name: 'reference', value: 'PO-1' }] },
			}),
			requests: ['PATCH /invoices/ID'],
			check: ({ json }) => expect(json).toEqual([expect.objectContaining({ reference: 'PO-1' })]),
		},
		'organization.get': {
			requests: ['GET /organization'],
			check: ({ json }) => expect(json).toEqual([world.sandbox.corlega.organization]),
		},
		'organization.update': {
			parameters: () => ({
				updateFields: { defaultCurrency: 'EUR', defaultVatPercentage: 9, invoiceFooter: 'Bedankt' },
			}),
			requests: ['PATCH /organization'],
			check: ({ json }) =>
				expect(json).toEqual([
					expect.objectContaining({ defaultVatPercentage: 9, invoiceFooter: 'Bedankt' }),
				]),
		},
		'quote.create': {
			parameters: () => ({
				bodyParameters: { parameters: [{ name: 'title', value: 'Dakkapel' }] },
			}),
			requests: ['POST /quotes'],
			check: ({ json }) => expect(json).toEqual([expect.objectContaining({ title: 'Dakkapel' })]),
		},
		'quote.get': {
			parameters: () => ({ quoteId: byId(quote().id) }),
			requests: ['GET /quotes/ID'],
			check: ({ json }) => expect(json).toEqual([quote()]),
		},
		'quote.getAll': {
			parameters: () => ({ limit: 1 }),
			requests: ['GET /quotes'],
			check: ({ json }) => expect(json).toEqual([quote()]),
		},
		'quote.update': {
			parameters: () => ({
				quoteId: byId(quote().id),
				specifyBody: 'json',
				jsonBody: { title: 'Nieuwe titel' },
			}),
			requests: ['PATCH /quotes/ID'],
			check: ({ json }) =>
				expect(json).toEqual([expect.objectContaining({ title: 'Nieuwe titel' })]),
		},
	},
	inboxify: {
		'contact.bulkDelete': {
			parameters: () => ({
				...LIST,
				email: subscriber(2400).email,
				options: { unsubscribe: true },
			}),
			requests: ['POST /contacts/Webshopklanten/bulk-delete'],
			check: ({ json }) => {
				expect(json).toEqual([{ email: expect.stringContaining('@'), success: true }]);
				const { contacts, unsubscribedAddresses } =
					world.sandbox.inboxify.lists.get('Webshopklanten')!;
				expect(contacts.get(String(json[0].email))).toBeUndefined();
				expect(unsubscribedAddresses).toContain(json[0].email);
			},
		},
		'contact.bulkInsert': {
			parameters: () => ({
				...LIST,
				email: 'bulk@inboxify.nl',
				additionalFields: { firstName: 'Bo', sex: 2, tags: 'Merk A, Merk B' },
			}),
			requests: ['POST /contacts/Webshopklanten/bulk-insert'],
			check: ({ json }) => {
				expect(json).toEqual([{ email: 'bulk@inboxify.nl', success: true }]);
				const { contacts } = world.sandbox.inboxify.lists.get('Webshopklanten')!;
				expect(contacts.get('bulk@inboxify.nl')).toMatchObject({
					firstName: 'Bo',
					sex: 2,
					tags: ['Merk A', 'Merk B'],
				});
			},
		},
		'contact.bulkUnsubscribe': {
			parameters: () => ({ ...LIST, email: subscriber(7).email }),
			requests: ['POST /contacts/Webshopklanten/bulk-unsubscribe'],
			check: ({ json }) => {
				expect(json).toEqual([{ email: subscriber(7).email, success: true }]);
				expect(subscriber(7).unsubscribed).toBe(true);
			},
		},
		'contact.create': {
			parameters: () => ({
				...LIST,
				email: 'janjansen@inboxify.nl',
				additionalFields: {
					customDate: '2026-12-31T00:00:00',
					countryCode: 'NLD',
					insertion: 'van der',
					tags: ['Merk A', 'Merk B'],
				},
			}),
			requests: ['POST /contacts/Webshopklanten'],
			check: ({ json }) =>
				expect(json).toEqual([
					expect.objectContaining({
						email: 'janjansen@inboxify.nl',
						list: 'Webshopklanten',
						customDate: '2026-12-31',
						tags: ['Merk A', 'Merk B'],
					}),
				]),
		},
		'contact.delete': {
			parameters: () => ({ ...LIST, contactId: subscriber(20).email }),
			requests: ['DELETE /contacts/Webshopklanten/ID'],
			check: ({ json }) => expect(json).toEqual([{ deleted: true }]),
		},
		'contact.get': {
			parameters: () => ({ ...LIST, contactId: subscriber().id }),
			requests: ['GET /contacts/Webshopklanten/ID'],
			check: ({ json }) => expect(json).toEqual([subscriber()]),
		},
		'contact.getAll': {
			parameters: () => ({
				list: byName('Leden & donateurs'),
				returnAll: true,
				options: { sort: 'DESC', offset: 10, unsubscribed: 'exclude' },
			}),
			requests: ['GET /contacts/Leden & donateurs'],
			check: ({ json }) => {
				const { contacts } = world.sandbox.inboxify.lists.get('Leden & donateurs')!;
				const subscribed = [...contacts.values()].filter(({ unsubscribed }) => !unsubscribed);
				expect(json).toHaveLength(subscribed.length - 10);
				expect(json.every(({ unsubscribed }) => unsubscribed === false)).toBe(true);
			},
		},
		'contact.update': {
			parameters: () => ({
				...LIST,
				contactId: subscriber(3).email,
				updateFields: { city: 'Assen' },
				options: { subscribe: 'unsubscribe' },
			}),
			requests: ['PUT /contacts/Webshopklanten/ID'],
			check: ({ json }) => {
				expect(json).toEqual([subscriber(3)]);
				expect(subscriber(3)).toMatchObject({ city: 'Assen', unsubscribed: true });
			},
		},
		'contact.upsert': {
			parameters: () => ({
				...LIST,
				email: subscriber(9).email,
				additionalFields: { city: 'Sneek' },
			}),
			requests: ['POST /contacts/Webshopklanten/bulk-insert'],
			check: ({ json }) => {
				expect(json).toEqual([{ email: subscriber(9).email, success: true }]);
				expect(subscriber(9).city).toBe('Sneek');
			},
		},
		'list.getAll': {
			requests: ['GET /lists'],
			check: ({ json }) =>
				expect(json.map(({ list }) => list)).toEqual([
					'Webshopklanten',
					'Nieuwsbrief algemeen',
					'Leden & donateurs',
				]),
		},
		'tag.add': {
			parameters: () => ({ ...LIST, contactId: subscriber(4).id, tags: 'VIP, Merk C' }),
			requests: ['POST /contacts/Webshopklanten/ID/tags'],
			check: ({ json }) => {
				expect(json).toEqual([{ added: true, tags: ['VIP', 'Merk C'] }]);
				expect(subscriber(4).tags).toEqual(expect.arrayContaining(['VIP', 'Merk C']));
			},
		},
		'tag.delete': {
			parameters: () => {
				subscriber(5).tags = ['Merk A/B', 'Merk C'];
				return { ...LIST, contactId: subscriber(5).email, tag: 'Merk A/B' };
			},
			requests: ['DELETE /contacts/Webshopklanten/ID/tags/Merk A/B'],
			check: ({ json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(subscriber(5).tags).toEqual(['Merk C']);
			},
		},
		'tag.getAll': {
			parameters: () => {
				subscriber(6).tags = ['Merk A', 'Merk B', 'Merk C'];
				return { ...LIST, contactId: subscriber(6).email, limit: 2 };
			},
			requests: ['GET /contacts/Webshopklanten/ID/tags'],
			check: ({ json }) => expect(json).toEqual([{ tag: 'Merk A' }, { tag: 'Merk B' }]),
		},
	},
	cor: {
		'organisation.get': {
			parameters: () => ({ oin: byId('00000001234567891000') }),
			requests: ['GET /organisaties/ID'],
			check: ({ json }) =>
				expect(json).toEqual([
					{
						oin: '00000001234567891000',
						naam: 'Gemeente Test',
						status: 'Actief',
						kvkNummer: '12345678',
						organisatieCode: '0163',
						organisatieType: 'GM',
						afgifteDatum: '2009-12-10T23:00:00Z',
						laatstAangepastDatum: '2016-05-26T22:00:00Z',
						intrekDatum: null,
						hoofdOin: null,
						subOins: [],
					},
				]),
		},
		'organisation.getAll': {
			parameters: () => ({
				returnAll: true,
				filters: { organisatieType: 'PV', status: 'Actief', naam: '' },
			}),
			requests: ['GET /organisaties'],
			check: ({ json }) => {
				expect(json.length).toBeGreaterThan(5);
				expect(json.every(({ organisatieType }) => organisatieType === 'PV')).toBe(true);
			},
		},
		'organisation.getChanged': {
			parameters: () => {
				const { cor } = world.sandbox;
				cor.change(cor.organisations[60].oin, { naam: 'A' }, new Date('2026-11-01T10:00:00Z'));
				cor.change(cor.organisations[70].oin, { naam: 'B' }, new Date('2026-11-02T10:00:00Z'));
				cor.change(cor.organisations[20].oin, { naam: 'C' }, new Date('2026-11-03T10:00:00Z'));
				return { since: '2026-11-01T10:00:00Z' };
			},
			requests: ['GET /laatsteWijziging', ...Array<string>(31).fill('GET /organisaties')],
			check: ({ json }) => expect(json.map(({ naam }) => naam)).toEqual(['B', 'C']),
		},
		'register.getLastChange': {
			requests: ['GET /laatsteWijziging'],
			check: ({ json }) =>
				expect(json).toEqual([
					expect.objectContaining({ laatsteWijziging: expect.stringMatching(/^20\d\d-/) }),
				]),
		},
	},
};

const nodes = Object.keys(CASES) as NodeName[];

test.each(nodes)('every operation that %s declares is tried here', (node) => {
	expect(Object.keys(CASES[node]).sort()).toEqual(operationsOf(node).sort());
});

test('every node is tried here', () => {
	expect(nodes).toEqual(Object.keys(nodeTypes));
});

const FOLDERS: Record<NodeName, string> = { corlega: 'Corlega', inboxify: 'Inboxify', cor: 'Cor' };

/** The output schema that the editor shows before the first run. */
function schemaOf(node: NodeName, operation: string): AnySchema {
	const file = `${operation.replace('.', '/')}.json`;
	const path = join(__dirname, '../../nodes', FOLDERS[node], '__schema__/v1.0.0', file);
	return JSON.parse(readFileSync(path, 'utf8')) as AnySchema;
}

const ajv = new Ajv({ keywords: ['version'], allowUnionTypes: true });

/** An identifier in a path, which differs from run to run, shown as ID. */
const withoutIds = (line: string): string =>
	line.replace(
		/(\/(?:contacts\/Webshopklanten|contacts|quotes|invoices|organisaties)\/)(?!Webshopklanten|Leden|bulk-)[^/]+/,
		'$1ID',
	);

describe.each(nodes)('%s', (node) => {
	test.each(Object.entries(CASES[node]))(
		'%s',
		async (operation, { parameters, requests, check }) => {
			const result = await world.run(node, operation, parameters?.());

			expect(result.error).toBeUndefined();
			check(result);
			const validate = ajv.compile(schemaOf(node, operation));
			for (const json of result.json)
				expect([validate(json), validate.errors]).toEqual([true, null]);
			expect(result.outputs[0].every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
			expect(world.log(node).map(withoutIds)).toEqual(requests);
		},
	);
});

test("COR gives the service's own object with Simplify off, relations included", async () => {
	const sub = world.sandbox.cor.organisations.find(({ hoofdOIN }) => hoofdOIN)!;
	const run = async (simplify: boolean, expand: boolean) => {
		const parameters = { oin: byId(sub.oin), simplify, options: { expand } };
		return (await world.run('cor', 'organisation.get', parameters)).json[0];
	};

	expect(await run(true, false)).toMatchObject({ oin: sub.oin, hoofdOin: sub.hoofdOIN });
	expect(await run(true, true)).toMatchObject({ oin: sub.oin, hoofdOin: sub.hoofdOIN });
	expect(await run(false, true)).toMatchObject({ hoofdOIN: { oin: sub.hoofdOIN } });
	expect(await run(false, false)).toMatchObject({ hoofdOIN: { _links: { self: {} } } });
});

test('COR reads version 1.0, which answers without links', async () => {
	const credentials = { ...world.credentials('cor'), apiVersion: '1.0' };
	const { json } = await world.run(
		'cor',
		'organisation.getAll',
		{ returnAll: true },
		{ credentials },
	);

	expect(json).toHaveLength(930);
	expect(world.sandbox.cor.requests[0].headers).toMatchObject({
		accept: 'application/hal+json',
		'accept-version': '1.0',
	});
});

test('a search without results in COR gives no items', async () => {
	const parameters = { filters: { naam: 'Gemeente Nergens' } };
	const { error, json } = await world.run('cor', 'organisation.getAll', parameters);

	expect(error).toBeUndefined();
	expect(json).toEqual([]);
});
