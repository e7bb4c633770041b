import { combineOption, conditionsField } from '../../../shared/node/conditions';
import { returnAllOrLimit } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { recordOutput, recordOutputFields, type RecordKind } from './record.kind';

export const getRecords = ({ plural }: RecordKind): ItemOperation => ({
	name: 'Get Many',
	value: 'getAll',
	action: `Get many ${plural}`,
	description: `Get a list of ${plural}`,
	properties: [...returnAllOrLimit, conditionsField, ...recordOutputFields],
	options: [combineOption],

	async execute(item) {
		const present = recordOutput(item);
		const records = await item.listWithConditions({ path: [plural], limit: item.limit() });
		return records.map(present);
	},
});
