import type { ItemOperation } from '../../../shared/node/operation';
import { expectAdded } from '../../answers';
import { requireTags, tagsField } from '../../tags';
import { contactIdField, contactPath, listField } from '../common.fields';

export const add: ItemOperation = {
	name: 'Add',
	value: 'add',
	action: 'Add tags to a contact',
	description: 'Add one or more tags to a contact',
	properties: [listField, contactIdField, { ...tagsField, required: true }],

	async execute(item) {
		const path = [...contactPath(item), 'tags'];
		const tags = requireTags(item.parameter('tags'));
		expectAdded(await item.request({ method: 'POST', path, body: tags }));
		return { added: true, tags };
	},
};
