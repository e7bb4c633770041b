import type { Sandbox } from '../../sandbox';
import { byId } from '../engine/locator';
import type { Samples, ServiceFacts } from './facts';

/** Requests a minute that the trigger uses at most: half of Corlega's 120. */
const TRIGGER_SHARE = 60;

// Of quotes and invoices only what Corlega's document names is given.
function samples({ corlega }: Sandbox): Samples {
	const [contact, other] = corlega.contacts.rows.map(({ id }) => byId(String(id)));
	const [quote] = corlega.quotes.rows.map(({ id }) => byId(String(id)));
	const [invoice] = corlega.invoices.rows.map(({ id }) => byId(String(id)));
	const additionalFields = {
		email: 'info@devries-bouw.nl',
		kvkNumber: '12345678',
		phone: '06 12345678',
		type: 'business',
	};
	const sent = { specifyBody: 'json', jsonBody: '{ "status": "sent" }' };
	const draft = { bodyParameters: { parameters: [{ name: 'status', value: 'draft' }] } };
	return {
		'apiKey.get': {},
		'contact.create': { parameters: { name: 'Bouwbedrijf De Vries B.V.', additionalFields } },
		'contact.get': { parameters: { contactId: contact } },
		'contact.count': {},
		'contact.getAll': {},
		'contact.search': { parameters: { query: 'bouw' } },
		'contact.update': {
			parameters: { contactId: other, updateFields: { phone: '010 1234567' } },
		},
		'contact.upsert': {
			parameters: {
				matchOn: 'email',
				matchValue: additionalFields.email,
				additionalFields: { phone: '06 87654321' },
			},
		},
		'invoice.create': { parameters: draft },
		'invoice.get': { parameters: { invoiceId: invoice } },
		'invoice.count': {},
		'invoice.getAll': {},
		'invoice.update': { parameters: { invoiceId: invoice, ...sent } },
		'organization.get': {},
		'organization.update': { parameters: { updateFields: { defaultPaymentTermsDays: 30 } } },
		'quote.create': { parameters: draft },
		'quote.get': { parameters: { quoteId: quote } },
		'quote.count': {},
		'quote.getAll': {},
		'quote.update': { parameters: { quoteId: quote, ...sent } },
	};
}

export const facts: ServiceFacts = {
	title: 'Corlega',
	folder: 'Corlega',
	mention: /corlega/i,
	description:
		'n8n nodes for Corlega (invoicing and CRM): contacts, quotes, invoices, the organization',
	keywords: ['corlega', 'invoice', 'quote', 'crm', 'accounting', 'dutch', 'netherlands'],
	head: `An n8n node and a trigger for Corlega, the Dutch invoicing and CRM service: contacts, quotes
(offertes), invoices (facturen) and the organization.`,
	node: { resource: 'contact', operation: 'getAll', limit: 10 },
	samples,
	polls: {
		scenes: [
			{ records: 1_000, event: 'contactCreated' },
			{ records: 12_000, event: 'contactCreated' },
			{ records: 100, event: 'contactUpdated' },
			{ records: 1_000, event: 'contactUpdated' },
			{ records: 6_000, event: 'contactUpdated' },
			{ records: 12_000, event: 'contactUpdated' },
		].map(({ records, event }) => ({
			records,
			options: { corlega: { contacts: records, limit: null } },
			parameters: { events: [event] },
		})),
		head: ({ events, polls }) => [
			events[0],
			polls.records,
			polls.first,
			polls.unchanged,
			polls.shortest,
		],
		row: ({ events: [event], records, first, unchanged }, { locale, polls }) => [
			`\`${event}\``,
			...[records, first, unchanged].map((count) => count.toLocaleString(locale)),
			polls.minutes(Math.ceil(unchanged / TRIGGER_SHARE)),
		],
	},
};
