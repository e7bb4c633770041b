import type { IDataObject } from 'n8n-workflow';

import { choice, listSearch as searchOf, readPages } from '../shared/node/listSearch';
import { corlega } from './corlega.service';

/** Makes a search. The API has none: the list is filtered here. */
const searchIn = (list: string, textsOf: (entry: IDataObject) => unknown[]) =>
	searchOf(
		corlega,
		() => ({ path: [list] }),
		readPages(corlega, (entry) => choice(entry.id, ...textsOf(entry))),
	);

export const listSearch = {
	// The e-mail address tells contacts of the same name apart.
	searchContacts: searchIn('contacts', ({ name, email }) => [name, email]),
	searchInvoices: searchIn('invoices', ({ number, status }) => [number, status]),
	searchQuotes: searchIn('quotes', ({ number, status }) => [number, status]),
};
