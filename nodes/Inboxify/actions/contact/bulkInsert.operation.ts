import { checkBoolean } from '../../../shared/input/check';
import type { Item } from '../../../shared/node/Item';
import type { BulkOperation } from '../../../shared/node/operation';
import { listField } from '../common.fields';
import { batchSizeOption, sendBulk, tellRefused, toBulkEntry } from './bulk';
import { contactFields, emailField } from './contact.fields';

const overwrites = (item: Item): boolean =>
	checkBoolean('Overwrite', item.options.overwrite ?? false);

export const bulkInsert: BulkOperation = {
	name: 'Bulk Insert',
	value: 'bulkInsert',
	action: 'Insert contacts in bulk',
	description: 'Add many contacts to a list, up to 1,000 in one request',
	properties: [
		listField,
		{ ...emailField, required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: contactFields,
		},
	],
	options: [
		batchSizeOption,
		{
			displayName: 'Overwrite',
			name: 'overwrite',
			type: 'boolean',
			default: false,
			description: 'Whether to overwrite contacts that exist already, rather than refuse them',
		},
	],
	sendEqualOnce: false,

	prepare(item) {
		const email = item.parameter<string>('email');
		const overwrite = overwrites(item) ? 'True' : 'False';
		return toBulkEntry(item, { ...item.collection('additionalFields'), email }, { overwrite });
	},

	// Without overwriting it is a create: sent again, it would refuse what it has just added.
	async send(entries) {
		const overwrite = overwrites(entries[0].item);
		return await sendBulk(entries, {
			action: 'bulk-insert',
			query: { overwrite: overwrite ? 'True' : 'False' },
			repeatable: overwrite,
		});
	},

	summarize: tellRefused,
};
