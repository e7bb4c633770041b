import type { ItemOperation } from '../../../shared/node/operation';
import { isObject } from '../../../shared/request/answer';

export const getLastChange: ItemOperation = {
	name: 'Get Last Change',
	value: 'getLastChange',
	action: 'Get the last change of the register',
	description: 'Get the date and time at which anything in the register last changed',
	properties: [],

	async execute(item) {
		const { body } = await item.request({ method: 'GET', path: ['laatsteWijziging'] });
		// The answer is not documented: an object goes out whole, a bare value under its own name.
		return isObject(body) ? body : { laatsteWijziging: String(body) };
	},
};
