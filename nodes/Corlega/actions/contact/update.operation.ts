import { emptyValuesOption } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { readUpdate, updateFields } from '../record/fields';
import { readIdentifier } from '../record/identifier';
import { contact } from '../record/record.kind';
import { contactBody, contactUpdateFields } from './contact.fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: 'Change some fields of a contact; the others stay the same',
	writes: true,
	properties: [contact.idField, updateFields(contactUpdateFields)],
	options: [emptyValuesOption],

	async execute(item) {
		const id = readIdentifier(item, contact);
		const body = readUpdate(item, contactBody);
		return dataOf(await item.request({ method: 'PATCH', path: ['contacts', id], body }));
	},
};
