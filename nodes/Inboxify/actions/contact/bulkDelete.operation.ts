import { checkBoolean } from '../../../shared/input/check';
import type { Item } from '../../../shared/node/Item';
import type { BulkOperation } from '../../../shared/node/operation';
import { listField } from '../common.fields';
import { batchSizeOption, sendBulk, tellRefused, toBulkEntry } from './bulk';
import { emailField } from './contact.fields';

const queryOf = (item: Item) => ({
	unsubscribe: checkBoolean('Unsubscribe', item.options.unsubscribe ?? false) ? 'True' : 'False',
});

export const bulkDelete: BulkOperation = {
	name: 'Bulk Delete',
	value: 'bulkDelete',
	action: 'Delete contacts in bulk',
	description: 'Delete many contacts from a list, up to 1,000 in one request',
	properties: [listField, { ...emailField, required: true }],
	options: [
		batchSizeOption,
		{
			displayName: 'Unsubscribe',
			name: 'unsubscribe',
			type: 'boolean',
			default: false,
			description: 'Whether to also unsubscribe (afmelden) the contacts that are deleted',
		},
	],
	sendEqualOnce: true,

	prepare: (item) => toBulkEntry(item, { email: item.parameter<string>('email') }, queryOf(item)),

	send: async (entries) =>
		await sendBulk(entries, {
			action: 'bulk-delete',
			query: queryOf(entries[0].item),
			repeatable: true,
		}),

	summarize: tellRefused,
};
