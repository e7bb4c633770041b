import type { Sandbox } from '../../../sandbox';
import { byEmail } from '../../../tools/engine/locator';
import { byId, byName } from '../../../tools/engine/world';
import type { Cases } from './case';

const LIST = { list: byName('Webshopklanten') };

const LISTS = ['Webshopklanten', 'Nieuwsbrief algemeen', 'Leden & donateurs'];

/** How a person is looked up. */
const LOOK_UP = ['GET /lists', ...LISTS.map((list) => `GET /contacts/${list}/ID`)];

/** The operations of Inboxify. */
export function cases(inboxify: () => Sandbox['inboxify']): Cases {
	const listOf = (name = 'Webshopklanten') => inboxify().lists.get(name)!;
	const subscriber = (index = 0) => listOf().contacts.rows[index];
	const done = (index: number) => ({ email: subscriber(index).email, success: true, reason: null });

	return {
		'contact.bulkDelete': {
			parameters: () => ({
				...LIST,
				email: subscriber(2400).email,
				options: { unsubscribe: true },
			}),
			requests: ['POST /contacts/Webshopklanten/bulk-delete'],
			check: ({ json }) => {
				expect(json).toEqual([
					{ email: expect.stringContaining('@'), success: true, reason: null },
				]);
				const { contacts, unsubscribedAddresses } = listOf();
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
				expect(json).toEqual([{ email: 'bulk@inboxify.nl', success: true, reason: null }]);
				expect(listOf().contacts.get('bulk@inboxify.nl')).toMatchObject({
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
				expect(json).toEqual([done(7)]);
				expect(subscriber(7).unsubscribed).toBe(true);
			},
		},
		'contact.count': {
			parameters: () => ({ ...LIST, options: { unsubscribed: 'only' } }),
			requests: ['GET /contacts/Webshopklanten'],
			check: ({ json }) => {
				const { rows } = listOf().contacts;
				const count = rows.filter(({ unsubscribed }) => unsubscribed).length;
				expect(json).toEqual([{ count }]);
			},
		},
		'contact.create': {
			parameters: () => ({
				...LIST,
				email: 'janjansen@inboxify.nl',
				additionalFields: {
					customDate: '2026-12-31T00:00:00',
					countryCode: 'nld',
					list: 'Webshopklanten',
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
						countryCode: 'NLD',
						customDate: '2026-12-31',
						tags: ['Merk A', 'Merk B'],
					}),
				]),
		},
		'contact.delete': {
			parameters: () => ({ ...LIST, contactId: byEmail(subscriber(20).email) }),
			requests: ['DELETE /contacts/Webshopklanten/ID'],
			check: ({ json }) => expect(json).toEqual([{ deleted: true }]),
		},
		'contact.get': {
			parameters: () => ({ ...LIST, contactId: byId(subscriber().id) }),
			requests: ['GET /contacts/Webshopklanten/ID'],
			check: ({ json }) => {
				const { id, email, firstName, insertion, lastName, companyName, ...rest } = subscriber();
				const { tags, unsubscribed, bounced, registrationDate } = rest;
				const contact = { id, email, firstName, insertion, lastName, companyName };
				expect(json).toEqual([{ ...contact, tags, unsubscribed, bounced, registrationDate }]);
			},
		},
		'contact.getAll': {
			parameters: () => ({
				list: byName('Leden & donateurs'),
				returnAll: true,
				options: { sort: 'DESC', offset: 10, unsubscribed: 'exclude' },
			}),
			requests: ['GET /contacts/Leden & donateurs'],
			check: ({ json }) => {
				const { rows } = listOf('Leden & donateurs').contacts;
				const subscribed = rows.filter(({ unsubscribed }) => !unsubscribed);
				expect(json).toHaveLength(subscribed.length - 10);
				expect(json.every(({ unsubscribed }) => unsubscribed === false)).toBe(true);
			},
		},
		'contact.sync': {
			parameters: () => ({
				...LIST,
				email: subscriber(11).email,
				additionalFields: { city: 'Bolsward' },
			}),
			requests: [
				...Array<string>(3).fill('GET /contacts/Webshopklanten'),
				'PUT /contacts/Webshopklanten/ID',
			],
			check: ({ json }) => {
				expect(json).toEqual([{ ...done(11), outcome: 'updated' }]);
				expect(subscriber(11).city).toBe('Bolsward');
			},
		},
		'contact.update': {
			parameters: () => ({
				...LIST,
				contactId: byEmail(subscriber(3).email),
				updateFields: { city: 'Assen', list: 'Webshopklanten' },
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
			requests: ['GET /contacts/Webshopklanten/ID', 'PUT /contacts/Webshopklanten/ID'],
			check: ({ json }) => {
				expect(json).toEqual([done(9)]);
				expect(subscriber(9).city).toBe('Sneek');
			},
		},
		'list.getAll': {
			requests: ['GET /lists'],
			check: ({ json }) => expect(json.map(({ list }) => list)).toEqual(LISTS),
		},
		'person.delete': {
			parameters: () => ({ email: subscriber(30).email }),
			requests: [...LOOK_UP, 'DELETE /contacts/Webshopklanten/ID'],
			check: ({ json }) => {
				const lists = [{ list: 'Webshopklanten', outcome: 'deleted' }];
				const remains = expect.stringMatching(/^This covers only Inboxify/) as string;
				expect(json).toEqual([{ email: json[0].email, found: true, lists, remains }]);
				expect(listOf().contacts.get(String(json[0].email))).toBeUndefined();
			},
		},
		'person.get': {
			parameters: () => ({ email: subscriber(31).email }),
			requests: LOOK_UP,
			check: ({ json }) => {
				const contact = subscriber(31);
				const lists = [{ list: 'Webshopklanten', contact }];
				expect(json).toEqual([{ email: contact.email, found: true, lists }]);
			},
		},
		'person.unsubscribe': {
			parameters: () => ({ email: subscriber(33).email }),
			requests: [...LOOK_UP, 'PUT /contacts/Webshopklanten/ID'],
			check: ({ json }) => {
				const { email } = subscriber(33);
				const lists = [{ list: 'Webshopklanten', outcome: 'unsubscribed' }];
				expect(json).toEqual([{ email, found: true, lists }]);
				expect(subscriber(33).unsubscribed).toBe(true);
			},
		},
		'tag.add': {
			parameters: () => ({ ...LIST, contactId: byId(subscriber(4).id), tags: 'VIP, Merk C' }),
			requests: ['POST /contacts/Webshopklanten/ID/tags'],
			check: ({ json }) => {
				expect(json).toEqual([{ added: true, tags: ['VIP', 'Merk C'] }]);
				expect(subscriber(4).tags).toEqual(expect.arrayContaining(['VIP', 'Merk C']));
			},
		},
		'tag.delete': {
			parameters: () => {
				subscriber(5).tags = ['Merk A/B', 'Merk C'];
				return { ...LIST, contactId: byEmail(subscriber(5).email), tag: byName('Merk A/B') };
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
				return { ...LIST, contactId: byEmail(subscriber(6).email), limit: 2 };
			},
			requests: ['GET /contacts/Webshopklanten/ID/tags'],
			check: ({ json }) => expect(json).toEqual([{ tag: 'Merk A' }, { tag: 'Merk B' }]),
		},
	};
}
