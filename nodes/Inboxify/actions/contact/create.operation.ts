import type { ItemOperation } from '../../../shared/node/operation';
import { contactOf } from '../../answers';
import { listPath } from '../common.fields';
import { createParameters, newContact } from './contact.fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Add a contact to a list',
	writes: true,
	properties: createParameters,

	async execute(item) {
		const path = listPath(item);
		const body = newContact(item.parameter('email'), item.collection('additionalFields'));
		return contactOf(await item.request({ method: 'POST', path, body }));
	},
};
