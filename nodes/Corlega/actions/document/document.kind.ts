import { locator } from '../../../shared/node/description/fields';
import type { RecordKind } from '../record/record.kind';

/** An ID is typed like this. */
const typed = [{ displayName: 'By ID', name: 'id', placeholder: 'e.g. 01HE...' }];

export const quote: RecordKind = {
	noun: 'quote',
	aNoun: 'a quote',
	plural: 'quotes',
	idField: locator({
		displayName: 'Quote',
		name: 'quoteId',
		description: 'The quote to work with',
		search: 'searchQuotes',
		typed,
	}),
};

export const invoice: RecordKind = {
	noun: 'invoice',
	aNoun: 'an invoice',
	plural: 'invoices',
	idField: locator({
		displayName: 'Invoice',
		name: 'invoiceId',
		description: 'The invoice to work with',
		search: 'searchInvoices',
		typed,
	}),
};
