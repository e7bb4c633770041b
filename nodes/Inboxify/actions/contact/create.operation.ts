import type { ItemOperation } from '../../../shared/node/operation';
import { contactOf } from '../../answers';
import { listField, listPath } from '../common.fields';
import { contactCreateFields, emailField, newContact } from './contact.fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Add a contact to a list',
	properties: [
		listField,
		{ ...emailField.property, required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: contactCreateFields,
		},
	],

	async execute(item) {
		const path = listPath(item);
		const body = newContact(item.parameter('email'), item.collection('additionalFields'));
		return contactOf(await item.request({ method: 'POST', path, body }));
	},
};
