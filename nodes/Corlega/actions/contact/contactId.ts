import type { INodeProperties } from 'n8n-workflow';

import { isObject } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { locator } from '../../../shared/node/description/fields';
import type { Item } from '../../../shared/node/Item';
import { contact, readIdentifier } from '../record/record.kind';
import { type ContactIndex, idOf } from './contactIndex';
import { checkMatchValue, MATCH_FIELDS, MATCH_NAMES, matchKey } from './matchKey';

export const contactIdField: INodeProperties = locator({
	displayName: 'Contact',
	name: contact.idField.name,
	description:
		'The contact to work with. To find it by e-mail address or KvK number, the node reads all contacts once per run.',
	search: 'searchContacts',
	typed: [
		{ displayName: 'By ID', name: 'id', placeholder: 'e.g. 01HE...' },
		{ displayName: 'By Email', name: 'email', placeholder: 'e.g. info@devries-bouw.nl' },
		{ displayName: 'By KvK Number', name: 'kvkNumber', placeholder: 'e.g. 12345678' },
	],
});

/**
 * Returns the ID of the contact that an item selects.
 * @throws InputError also if no contact, or more than one, has the e-mail address or KvK number;
 *   RequestError
 */
export async function findContactId(item: Item, index: ContactIndex): Promise<string> {
	const selected = item.parameter(contactIdField.name);
	const field = MATCH_FIELDS.find((mode) => isObject(selected) && selected.mode === mode);
	if (!field) return readIdentifier(item, contact);
	const value = checkMatchValue(field, item.required(contactIdField.name, 'Contact'), 'Contact');
	const key = matchKey(field, value)!;
	const found = await index.run(item, [key], async () => await index.find(item, { field, key }));
	if (found) return idOf(found);
	throw new InputError(
		`No contact has the ${MATCH_NAMES[field]} ${value}`,
		'Check it in Corlega, or use Create or Update to create the contact if it does not exist.',
	);
}
