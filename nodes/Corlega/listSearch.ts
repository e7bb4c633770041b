import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../shared/input/check';
import { searchPages } from '../shared/node/searchPages';
import { corlega } from './corlega.service';

/** Names a record by some of its fields, or by its ID if they are empty. */
const nameBy =
	(...fields: string[]) =>
	(record: IDataObject): string => {
		const texts = fields.map((field) => record[field]).filter((text) => !isBlank(text));
		return texts.join(' - ') || String(record.id);
	};

/** The API has no search, so pages are filtered as they come. */
export const listSearch = {
	searchContacts: searchPages(corlega, ['contacts'], nameBy('name', 'email')),
	searchInvoices: searchPages(corlega, ['invoices'], nameBy('number', 'status')),
	searchQuotes: searchPages(corlega, ['quotes'], nameBy('number', 'status')),
};
