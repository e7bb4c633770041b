import { locator } from '../../../shared/node/fields';
import type { RecordKind } from '../record.operations';

export const quote: RecordKind = {
	noun: 'quote',
	aNoun: 'a quote',
	plural: 'quotes',
	idField: locator({
		displayName: 'Quote',
		name: 'quoteId',
		description: 'The quote to work with',
		search: 'searchQuotes',
		typed: { displayName: 'By ID', name: 'id', placeholder: 'e.g. 01HE...' },
	}),
};
