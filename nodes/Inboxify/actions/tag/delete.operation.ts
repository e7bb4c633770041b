import { checkText } from '../../../shared/input/check';
import { locator } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { expectDeleted } from '../../answers';
import { MAX_TAG } from '../../tags';
import { contactIdField, contactPath, listField } from '../common.fields';

export const deleteTag: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a tag from a contact',
	description: 'Remove one tag from a contact',
	writes: true,
	properties: [
		listField,
		contactIdField,
		locator({
			displayName: 'Tag',
			name: 'tag',
			description: 'The tag to remove from the contact',
			search: 'searchTags',
			within: ['list', 'contactId'],
			typed: [{ displayName: 'By Name', name: 'name', placeholder: 'e.g. Merk A' }],
		}),
	],

	async execute(item) {
		const tag = item.required('tag', 'Tag');
		checkText('Tag', tag, MAX_TAG);
		const path = [...contactPath(item), 'tags', tag];
		expectDeleted(await item.request({ method: 'DELETE', path }));
		return { deleted: true };
	},
};
