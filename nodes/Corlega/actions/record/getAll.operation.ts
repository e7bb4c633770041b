import { combineOption, conditionsField } from '../../../shared/node/conditions';
import { returnAllOrLimit } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { recordOutput, type RecordKind } from './record.kind';

/** Gets a list of records. */
export const getRecords = ({ plural, outputFields }: RecordKind): ItemOperation => ({
	name: 'Get Many',
	value: 'getAll',
	action: `Get many ${plural}`,
	description: `Get a list of ${plural}`,
	properties: [...returnAllOrLimit, conditionsField, ...outputFields],
	options: [combineOption],

	async execute(item) {
		const present = recordOutput(item);
		const records = await item.listWithConditions({ path: [plural], limit: item.limit() });
		return records.map(present);
	},
});
