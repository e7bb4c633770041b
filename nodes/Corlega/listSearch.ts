import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../shared/input/check';
import { searchPages } from '../shared/node/searchPages';
import { corlega } from './corlega.service';

/** What there is of some texts; an entry that has none is told by its ID. */
const nameOf = ({ id }: IDataObject, ...texts: unknown[]): string => {
	const known = texts.filter((text) => !isBlank(text));
	return known.length > 0 ? known.map(String).join(' - ') : String(id);
};

/** A contact by name, with its e-mail address to tell namesakes apart. */
const contactName = (contact: IDataObject): string => nameOf(contact, contact.name, contact.email);

/** A quote or invoice by number, with its status. */
const documentName = (document: IDataObject): string =>
	nameOf(document, document.number, document.status);

/** Searches of the resource locators. The API has no search: pages are filtered as they come. */
export const listSearch = {
	searchContacts: searchPages(corlega, ['contacts'], contactName),
	searchInvoices: searchPages(corlega, ['invoices'], documentName),
	searchQuotes: searchPages(corlega, ['quotes'], documentName),
};
