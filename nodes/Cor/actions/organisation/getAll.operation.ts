import { returnAllOrLimit } from '../../../shared/node/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import {
	expandOption,
	expandQuery,
	filters,
	present,
	readFilters,
	simplifyField,
} from './organisation.fields';

export const getAll: ItemOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many organisations',
	description: 'Get organisations of the register',
	properties: [...returnAllOrLimit, simplifyField, filters],
	options: [expandOption],

	async execute(item) {
		const query = { ...readFilters(item), ...expandQuery(item) };
		return present(item, await item.list({ path: ['organisaties'], query, limit: item.limit() }));
	},
};
