import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get the API key',
	description: 'Get the scopes and the organization of the API key in use',
	properties: [],

	async execute(item) {
		return dataOf(await item.request({ method: 'GET', path: ['me'] }));
	},
};
