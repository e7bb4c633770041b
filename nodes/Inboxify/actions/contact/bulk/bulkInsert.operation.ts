import { checkBoolean } from '../../../../shared/input/check';
import { lookUpOption } from '../../../../shared/node/description/fields';
import type { BulkOperation } from '../../../../shared/node/operation';
import { bulkParameters, newContact } from '../contact.fields';
import { type AddedEntry, leaveOut, neverAddOption, readNeverAdd } from '../neverAdd';
import { batchSizeOption, bulkCalls, insertCall, toBulkEntry } from './bulk';

export const bulkInsert: BulkOperation<AddedEntry> = {
	...bulkCalls,
	name: 'Insert Many',
	value: 'bulkInsert',
	action: 'Insert many contacts',
	description: 'Add many contacts to a list, up to 1,000 in one request',
	writes: true,
	properties: bulkParameters,
	options: [
		batchSizeOption,
		lookUpOption,
		neverAddOption,
		{
			displayName: 'Overwrite',
			name: 'overwrite',
			type: 'boolean',
			default: false,
			description: 'Whether to overwrite contacts that already exist instead of refusing them',
		},
	],
	sendEqualOnce: false,

	prepare(item) {
		const overwrite = checkBoolean('Overwrite', item.options.overwrite ?? false);
		const contact = newContact(item.parameter('email'), item.fieldsOrColumns('additionalFields'));
		const entry = toBulkEntry(item, contact, insertCall(overwrite));
		return { ...entry, neverAdd: readNeverAdd(item), looksUp: item.looksUp() };
	},

	route: async (entries, settle) => [await leaveOut(entries, settle)],
};
