import type { ItemOperation } from '../../../shared/node/operation';
import { expectAdded } from '../../answers';
import { requireTags, tagsField } from '../../tags';
import { contactIdField, contactPath, listField } from '../common.fields';

export const add: ItemOperation = {
	name: 'Add',
	value: 'add',
	action: 'Add tags to a contact',
	description: 'Add one or more tags to a contact',
	writes: true,
	properties: [listField, contactIdField, { ...tagsField, required: true }],

	async execute(item) {
		const path = [...contactPath(item), 'tags'];
		const tags = requireTags(item.parameter('tags'));
		const request = { method: 'POST' as const, path, body: tags, outcome: 'added' };
		expectAdded(await item.request(request));
		return { added: true, tags };
	},
};
