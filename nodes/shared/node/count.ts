import type { INodeProperties } from 'n8n-workflow';

import type { ListRequest } from '../service/paging';
import type { Item } from './Item';
import type { ItemOperation } from './operation';

/**
 * Makes an operation that counts the entries of a list, with one request.
 * @param listOf reads the list from an item; throws InputError
 */
export const countOperation = (
	plural: string,
	listOf: (item: Item) => ListRequest,
	fields: { properties?: INodeProperties[]; options?: INodeProperties[] } = {},
): ItemOperation => ({
	name: 'Get Count',
	value: 'count',
	action: `Count ${plural}`,
	description: `Get the number of ${plural}, with one request`,
	properties: [],
	...fields,

	async execute(item) {
		return { count: await item.count(listOf(item)) };
	},
});
