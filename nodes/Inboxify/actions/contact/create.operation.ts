import type { ItemOperation } from '../../../shared/node/operation';
import { objectOf } from '../../inboxify.service';
import { listField, listPath } from '../common.fields';
import { contactBody, contactFields, emailField } from './contact.fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Add a contact to a list',
	properties: [
		listField,
		{ ...emailField, required: true },
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
		const path = listPath(item);
		const email = item.parameter<string>('email');
		const body = contactBody({ ...item.collection('additionalFields'), email });
		return objectOf(await item.request({ method: 'POST', path, body }));
	},
};
