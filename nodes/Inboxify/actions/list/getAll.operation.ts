import { returnAllOrLimit } from '../../../shared/node/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { isObject } from '../../../shared/request/answer';
import { arrayOf } from '../../inboxify.service';

export const getAll: ItemOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many lists',
	description: 'Get the contact lists of the account',
	properties: returnAllOrLimit,

	async execute(item) {
		const limit = item.limit();
		const lists = arrayOf(await item.request({ method: 'GET', path: ['lists'] }));
		return lists.filter(isObject).slice(0, limit);
	},
};
