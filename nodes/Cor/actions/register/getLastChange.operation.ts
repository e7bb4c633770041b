import type { ItemOperation } from '../../../shared/node/operation';
import { isObject } from '../../../shared/input/check';
import { checkLastChange } from '../../lastChange';

export const getLastChange: ItemOperation = {
	name: 'Get Last Change',
	value: 'getLastChange',
	action: 'Get the last change of the register',
	description: 'Get the date and time at which anything in the register last changed',
	properties: [],

	async execute(item) {
		const answer = await item.request({ method: 'GET', path: ['laatsteWijziging'] });
		checkLastChange(answer);
		// Its shape is not documented: an object goes out whole, anything else under its own name.
		if (isObject(answer.body)) return answer.body;
		return { laatsteWijziging: answer.body as string };
	},
};
