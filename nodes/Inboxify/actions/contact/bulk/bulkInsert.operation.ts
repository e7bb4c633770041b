import type { INodeProperties } from 'n8n-workflow';

import { lookUpOption } from '../../../../shared/node/description/fields';
import type { BulkOperation } from '../../../../shared/node/operation';
import { bulkParameters, newContact } from '../contact.fields';
import { type AddedEntry, leaveOut, neverAddOption, readAdding } from '../neverAdd';
import { batchSizeOption, bulkCalls, insertCall, toBulkEntry } from './bulk';

const overwriteOption: INodeProperties = {
	displayName: 'Overwrite',
	name: 'overwrite',
	type: 'boolean',
	default: false,
	description: 'Whether to overwrite contacts that already exist instead of refusing them',
};

export const bulkInsert: BulkOperation<AddedEntry> = {
	...bulkCalls,
	name: 'Insert Many',
	value: 'bulkInsert',
	action: 'Insert many contacts',
	description: 'Add many contacts to a list, up to 1,000 in one request',
	writes: true,
	properties: bulkParameters,
	options: [batchSizeOption, lookUpOption, neverAddOption, overwriteOption],

	prepare(item) {
		const contact = newContact(item.parameter('email'), item.fieldsOrColumns('additionalFields'));
		const entry = toBulkEntry(item, contact, insertCall(item.option(overwriteOption)));
		return { ...entry, ...readAdding(item) };
	},

	route: async (entries, settle) => [await leaveOut(entries, settle)],
};
