import { locator } from '../../../shared/node/fields';
import type { RecordKind } from '../record.operations';

export const invoice: RecordKind = {
	noun: 'invoice',
	aNoun: 'an invoice',
	plural: 'invoices',
	idField: locator({
		displayName: 'Invoice',
		name: 'invoiceId',
		description: 'The invoice to work with',
		search: 'searchInvoices',
		typed: { displayName: 'By ID', name: 'id', placeholder: 'e.g. 01HE...' },
	}),
};
