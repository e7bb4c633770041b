import { returnAllOrLimit } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { textsOf } from '../../answers';
import { contactIdField, contactPath, listField } from '../common.fields';

export const getAll: ItemOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tags of a contact',
	description: 'Get the tags of a contact, one item per tag',
	properties: [listField, contactIdField, ...returnAllOrLimit],

	async execute(item) {
		const path = [...contactPath(item), 'tags'];
		const limit = item.limit();
		const tags = textsOf(await item.request({ method: 'GET', path }));
		return tags.slice(0, limit).map((tag) => ({ tag }));
	},
};
