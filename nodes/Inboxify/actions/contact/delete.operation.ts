import type { ItemOperation } from '../../../shared/node/operation';
import { expectDeleted } from '../../answers';
import { contactIdField, contactPath, listField } from '../common.fields';

export const deleteContact: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a contact',
	description: 'Delete a contact from a list',
	writes: true,
	properties: [listField, contactIdField],

	async execute(item) {
		expectDeleted(await item.request({ method: 'DELETE', path: contactPath(item) }));
		return { deleted: true };
	},
};
