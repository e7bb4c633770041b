import type { ItemOperation } from '../../../shared/node/operation';
import { outputFields } from '../../../shared/node/output';
import { contactOf } from '../../answers';
import { contactIdField, contactPath, listField } from '../common.fields';
import { CONTACT_FIELDS, simplify } from './simplify';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Get one contact by its ID or e-mail address',
	properties: [listField, contactIdField, ...outputFields(CONTACT_FIELDS)],

	async execute(item) {
		const path = contactPath(item);
		const present = item.output(simplify);
		return present(contactOf(await item.request({ method: 'GET', path })));
	},
};
