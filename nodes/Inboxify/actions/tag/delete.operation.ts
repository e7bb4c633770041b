import { checkRequired } from '../../../shared/input/check';
import type { ItemOperation } from '../../../shared/node/operation';
import { expectDeleted } from '../../answers';
import { contactIdField, contactPath, listField } from '../common.fields';

export const deleteTag: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a tag of a contact',
	description: 'Take one tag off a contact',
	properties: [
		listField,
		contactIdField,
		{
			displayName: 'Tag',
			name: 'tag',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Merk A',
			description: 'The tag to take off',
		},
	],

	async execute(item) {
		const tag = checkRequired('Tag', item.parameter('tag'), 32);
		const path = [...contactPath(item), 'tags', tag];
		expectDeleted(await item.request({ method: 'DELETE', path }));
		return { deleted: true };
	},
};
