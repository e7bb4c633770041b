import { checkRequired } from '../../../shared/input/check';
import { checkNotEmpty } from '../../../shared/input/checkNotEmpty';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { contactBody, contactFields, contactId, nameField } from './contact.fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: 'Change fields of a contact; the others stay as they are',
	properties: [
		contactId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...contactFields.slice(0, 3), nameField, ...contactFields.slice(3)],
		},
	],

	async execute(item) {
		const id = checkRequired('Contact', item.text('contactId'));
		const body = checkNotEmpty('Update Fields', contactBody(item.collection('updateFields')));
		return dataOf(await item.request({ method: 'PATCH', path: ['contacts', id], body }));
	},
};
