import type { IDataObject } from 'n8n-workflow';

import { searchPages } from '../shared/node/searchPages';
import { corlega } from './corlega.service';

const text = (value: unknown): string =>
	value === undefined || value === null ? '' : String(value);

/** A contact by name, with its e-mail address to tell namesakes apart. */
const contactName = ({ name, email }: IDataObject): string =>
	[text(name), text(email)].filter(Boolean).join(' - ');

/** A quote or invoice by number, with its status. */
const documentName = ({ number, status }: IDataObject): string =>
	[text(number), text(status)].filter(Boolean).join(' - ');

/** Searches of the resource locators. The API has no search: pages are filtered as they come. */
export const listSearch = {
	searchContacts: searchPages(corlega, ['contacts'], contactName),
	searchInvoices: searchPages(corlega, ['invoices'], documentName),
	searchQuotes: searchPages(corlega, ['quotes'], documentName),
};
