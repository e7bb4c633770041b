import { emptyValuesOption } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { checkBody } from '../record/emptyValues';
import { readIdentifier } from '../record/identifier';
import { remarkOn } from '../record/remarks';
import { contactBody, contactUpdateFields } from './contact.fields';
import { contact } from './contact.kind';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: 'Change fields of a contact; the others stay as they are',
	properties: [
		contact.idField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: contactUpdateFields,
		},
	],
	options: [emptyValuesOption],

	async execute(item) {
		const id = readIdentifier(item, contact);
		const fields = item.collection('updateFields');
		const body = checkBody('Update Fields', contactBody(fields, item.emptyValues()), {
			hasFields: Object.keys(fields).length > 0,
			canClear: true,
		});
		remarkOn(item, body);
		return dataOf(await item.request({ method: 'PATCH', path: ['contacts', id], body }));
	},
};
