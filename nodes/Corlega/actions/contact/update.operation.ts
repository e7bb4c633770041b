import { fieldsOrColumns } from '../../../shared/node/columns';
import { collection, emptyValuesOption } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { readUpdate } from '../record/fields';
import { contactBody, contactUpdateFields, readContactFields } from './contact.fields';
import { contactIdField, findContactId } from './contactId';
import { ContactIndex } from './contactIndex';

export const update: ItemOperation<ContactIndex> = {
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: 'Change some fields of a contact; the others stay the same',
	writes: true,
	properties: [
		contactIdField,
		...fieldsOrColumns(collection('updateFields', contactUpdateFields), 'getContactUpdateColumns'),
	],
	options: [emptyValuesOption],

	share: () => new ContactIndex(),

	async execute(item, index) {
		const body = readUpdate(item, contactBody, readContactFields(item, 'updateFields'));
		const id = await findContactId(item, index);
		const changed = dataOf(await item.request({ method: 'PATCH', path: ['contacts', id], body }));
		index.update({ ...changed });
		return changed;
	},
};
