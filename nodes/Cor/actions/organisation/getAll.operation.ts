import { combineOption, conditionsField } from '../../../shared/node/conditions';
import { returnAllOrLimit } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { filters, readFilters } from './filters';
import { expandOption, organisationOutput, readPresentation } from './organisation.fields';

export const getAll: ItemOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many organisations',
	description: 'Get organisations of the register',
	properties: [...returnAllOrLimit, ...organisationOutput, filters, conditionsField],
	options: [combineOption, expandOption],

	async execute(item) {
		const { query, present } = readPresentation(item);
		const filtered = { ...readFilters(item), ...query };
		const limit = item.limit();
		const list = { path: ['organisaties'], query: filtered, limit };
		return present(await item.listWithConditions(list));
	},
};
