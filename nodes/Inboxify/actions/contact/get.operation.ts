import type { ItemOperation } from '../../../shared/node/operation';
import { contactOf } from '../../answers';
import { contactIdField, contactPath, listField } from '../common.fields';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Get one contact by its ID or e-mail address',
	properties: [listField, contactIdField],

	async execute(item) {
		return contactOf(await item.request({ method: 'GET', path: contactPath(item) }));
	},
};
