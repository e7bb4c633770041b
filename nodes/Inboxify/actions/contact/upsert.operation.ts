import type { BulkOperation } from '../../../shared/node/operation';
import { bulkInsert } from './bulkInsert.operation';
import { batchSizeOption, sendBulk, tellRefused, toBulkEntry } from './bulk';

const query = { overwrite: 'True' };

/** Create or update: one bulk call does both, for up to 1,000 contacts. */
export const upsert: BulkOperation = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	properties: bulkInsert.properties,
	options: [batchSizeOption],
	sendEqualOnce: false,

	prepare(item) {
		const email = item.parameter<string>('email');
		return toBulkEntry(item, { ...item.collection('additionalFields'), email }, query);
	},

	send: async (entries) =>
		await sendBulk(entries, { action: 'bulk-insert', query, repeatable: true }),

	summarize: tellRefused,
};
