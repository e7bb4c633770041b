import type { Sandbox } from '../../../sandbox';
import { byId } from '../../engine/locator';
import type { SampleRuns } from './sample';

/** How Corlega's operations are run. Of quotes and invoices only what its document names is given. */
export function corlegaSamples({ corlega }: Sandbox): SampleRuns {
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
		'contact.getAll': {},
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
		'invoice.getAll': {},
		'invoice.update': { parameters: { invoiceId: invoice, ...sent } },
		'organization.get': {},
		'organization.update': { parameters: { updateFields: { defaultPaymentTermsDays: 30 } } },
		'quote.create': { parameters: draft },
		'quote.get': { parameters: { quoteId: quote } },
		'quote.getAll': {},
		'quote.update': { parameters: { quoteId: quote, ...sent } },
	};
}
