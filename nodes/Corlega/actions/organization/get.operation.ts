import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get the organization',
	description: 'Get the settings of the organization that the API key belongs to',
	properties: [],

	async execute(item) {
		return dataOf(await item.request({ method: 'GET', path: ['organization'] }));
	},
};
