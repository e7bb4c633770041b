import { returnAllOrLimit } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import type { RecordKind } from './record.kind';

/** Gets a list of records. */
export const getRecords = ({ plural }: RecordKind): ItemOperation => ({
	name: 'Get Many',
	value: 'getAll',
	action: `Get many ${plural}`,
	description: `Get a list of ${plural}`,
	properties: returnAllOrLimit,

	async execute(item) {
		return await item.list({ path: [plural], limit: item.limit() });
	},
});
