import type { Sandbox } from '../../../sandbox';
import { byId } from '../../../tools/engine/world';
import type { Cases } from './case';

const NEW_CONTACT = {
	email: 'info@devries-bouw.nl',
	kvkNumber: '12345678',
	phone: '06 12345678',
	type: 'business',
};

/** The operations of Corlega. */
export function cases(corlega: () => Sandbox['corlega']): Cases {
	const contact = () => corlega().contacts.rows[0];
	const quote = () => corlega().quotes.rows[0];
	const openInvoice = () => corlega().invoices.rows.find(({ status }) => status !== 'paid')!;

	return {
		'apiKey.get': {
			requests: ['GET /me'],
			check: ({ json }) => expect(json).toEqual([expect.objectContaining({ scopes: ['*'] })]),
		},
		'contact.count': {
			requests: ['GET /contacts'],
			check: ({ json }) => expect(json).toEqual([{ count: corlega().contacts.size }]),
		},
		'contact.create': {
			parameters: () => ({
				name: 'Bouwbedrijf De Vries B.V.',
				additionalFields: {
					...NEW_CONTACT,
					customFields: { field: [{ name: 'oin', value: '00000001234567891000' }] },
				},
			}),
			requests: ['POST /contacts'],
			check: ({ json }) => {
				const [{ id, ...fields }] = json;
				expect(fields).toMatchObject({
					name: 'Bouwbedrijf De Vries B.V.',
					...NEW_CONTACT,
					oin: '00000001234567891000',
				});
				expect(corlega().contacts.get(String(id))).toMatchObject(fields);
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
			check: ({ json }) => expect(json).toEqual([...corlega().contacts.values()]),
		},
		'contact.search': {
			parameters: () => ({ query: String(contact().name).toUpperCase(), limit: 1 }),
			requests: ['GET /contacts'],
			check: ({ json }) => expect(json).toEqual([contact()]),
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
				expect(json).toEqual([{ ...contact(), outcome: 'updated' }]);
				expect(contact().name).toBe('Bijgewerkt');
			},
		},
		'invoice.count': {
			requests: ['GET /invoices'],
			check: ({ json }) => expect(json).toEqual([{ count: corlega().invoices.size }]),
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
			check: ({ json }) => expect(json).toEqual([corlega().organization]),
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
		'quote.count': {
			requests: ['GET /quotes'],
			check: ({ json }) => expect(json).toEqual([{ count: corlega().quotes.size }]),
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
	};
}
