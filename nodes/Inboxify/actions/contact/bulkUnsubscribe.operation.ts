import type { BulkOperation } from '../../../shared/node/operation';
import { listField } from '../common.fields';
import { batchSizeOption, sendBulk, tellRefused, toBulkEntry } from './bulk';
import { emailField } from './contact.fields';

export const bulkUnsubscribe: BulkOperation = {
	name: 'Bulk Unsubscribe',
	value: 'bulkUnsubscribe',
	action: 'Unsubscribe contacts in bulk',
	description: 'Unsubscribe (afmelden) many contacts of a list, up to 1,000 in one request',
	properties: [listField, { ...emailField, required: true }],
	options: [batchSizeOption],
	sendEqualOnce: true,

	prepare: (item) => toBulkEntry(item, { email: item.parameter<string>('email') }),

	send: async (entries) =>
		await sendBulk(entries, { action: 'bulk-unsubscribe', repeatable: true }),

	summarize: tellRefused,
};
