import { returnAllOrLimit } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { objectsOf } from '../../answers';

export const getAll: ItemOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many lists',
	description: 'Get the contact lists of the account',
	properties: returnAllOrLimit,

	async execute(item) {
		const limit = item.limit();
		const lists = objectsOf(await item.request({ method: 'GET', path: ['lists'] }));
		return lists.slice(0, limit);
	},
};
