import { checkRequired } from '../../../shared/input/check';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { contactBody, contactFields, nameField } from './contact.fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Create a contact',
	properties: [
		{ ...nameField, required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: contactFields,
		},
	],

	async execute(item) {
		const name = checkRequired('Name', item.parameter('name'));
		const body = contactBody({ ...item.collection('additionalFields'), name });
		return dataOf(await item.request({ method: 'POST', path: ['contacts'], body }));
	},
};
