import type { INodeProperties } from 'n8n-workflow';

import { addressIn, checkAddress } from '../../shared/input/email';
import { locator } from '../../shared/node/description/fields';
import type { Item } from '../../shared/node/Item';

const EMAIL = { regex: '^[^@]*[^\\s@]@[^\\s@]+[^@]*$', errorMessage: 'Not an e-mail address' };

export const listField: INodeProperties = locator({
	displayName: 'List',
	name: 'list',
	description: 'The contact list (lijst) to work with',
	search: 'searchLists',
	typed: [{ displayName: 'By Name', name: 'name', placeholder: 'e.g. Webshopklanten' }],
});

export const contactIdField: INodeProperties = locator({
	displayName: 'Contact',
	name: 'contactId',
	description: 'The contact in the list to work with',
	search: 'searchContacts',
	within: ['list'],
	typed: [
		{
			displayName: 'By Email',
			name: 'email',
			placeholder: 'e.g. janjansen@inboxify.nl',
			validation: [{ type: 'regex', properties: EMAIL }],
		},
		{
			displayName: 'By ID',
			name: 'id',
			placeholder: 'e.g. 49586A365865513156384E7A336542473842416532773D3D',
		},
	],
});

/** Path of a list's contacts. @throws InputError if no list is chosen */
export const listPath = (item: Item): string[] => ['contacts', item.required('list', 'List')];

/** Path of one contact. @throws InputError if the list or the contact is missing */
export function contactPath(item: Item): string[] {
	const list = listPath(item);
	const contact = item.required('contactId', 'Contact');
	if (item.isChosen('contactId')) return [...list, contact];
	const holdsSeveral = contact.split('@').length > 2;
	const address = holdsSeveral ? checkAddress('Contact', contact) : addressIn(contact);
	return [...list, address ?? contact];
}
