import type { ItemOperation } from '../../../shared/node/operation';
import { expectAdded } from '../../answers';
import { requireTags } from '../../tags';
import { contactIdField, contactPath, listField } from '../common.fields';

export const add: ItemOperation = {
	name: 'Add',
	value: 'add',
	action: 'Add tags to a contact',
	description: 'Add one or more tags to a contact',
	properties: [
		listField,
		contactIdField,
		{
			displayName: 'Tags',
			name: 'tags',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Merk A, Merk B',
			description: 'Tags with commas between them, or an array; 32 characters a tag at most',
		},
	],

	async execute(item) {
		const path = [...contactPath(item), 'tags'];
		const tags = requireTags(item.parameter('tags'));
		expectAdded(await item.request({ method: 'POST', path, body: tags }));
		return { added: true, tags };
	},
};
