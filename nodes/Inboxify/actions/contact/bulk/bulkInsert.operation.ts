import { checkBoolean } from '../../../../shared/input/check';
import type { BulkOperation } from '../../../../shared/node/operation';
import { listField } from '../../common.fields';
import { batchSizeOption, isDone, sendBulk, tellRefused, toBulkEntry } from './bulk';
import { contactFields, emailField, newContact } from '../contact.fields';

export const bulkInsert: BulkOperation = {
	name: 'Insert Many',
	value: 'bulkInsert',
	action: 'Insert many contacts',
	description: 'Add many contacts to a list, up to 1,000 in one request',
	properties: [
		listField,
		{ ...emailField.property, required: true },
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
		const overwrite = checkBoolean('Overwrite', item.options.overwrite ?? false);
		return toBulkEntry(
			item,
			newContact(item.parameter('email'), item.collection('additionalFields')),
			{
				action: 'bulk-insert',
				query: { overwrite: overwrite ? 'True' : 'False' },
				// Without overwriting it is a create: sent again, it would refuse what it has just added.
				repeatable: overwrite,
				creates: true,
			},
		);
	},

	send: sendBulk,

	isDone,

	summarize: tellRefused,
};
