import { simplifyField } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { contactOf } from '../../answers';
import { contactIdField, contactPath, listField } from '../common.fields';
import { simplify } from './simplify';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Get one contact by its ID or e-mail address',
	properties: [listField, contactIdField, simplifyField],

	async execute(item) {
		const path = contactPath(item);
		const isSimple = item.simplifies();
		const contact = contactOf(await item.request({ method: 'GET', path }));
		return isSimple ? simplify(contact) : contact;
	},
};
