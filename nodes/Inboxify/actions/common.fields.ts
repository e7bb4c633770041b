import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/node/description/fields';
import type { Item } from '../../shared/node/Item';

export const listField: INodeProperties = locator({
	displayName: 'List',
	name: 'list',
	description: 'The contact list (lijst) to work with',
	search: 'searchLists',
	typed: { displayName: 'By Name', name: 'name', placeholder: 'e.g. Webshopklanten' },
});

export const contactIdField: INodeProperties = {
	displayName: 'Contact ID or Email',
	name: 'contactId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. janjansen@inboxify.nl',
	description: 'The ID of the contact, or its e-mail address',
};

/** Path of a list's contacts. @throws InputError where no list is chosen */
export const listPath = (item: Item): string[] => ['contacts', item.required('list', 'List')];

/** Path of one contact. @throws InputError where the list or the contact is missing */
export const contactPath = (item: Item): string[] => [
	...listPath(item),
	item.required('contactId', 'Contact ID or Email'),
];
