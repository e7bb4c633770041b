import type { INodeProperties } from 'n8n-workflow';

import { emptyValuesOption, lookUpOption } from '../../../shared/node/description/fields';
import type { BulkOperation } from '../../../shared/node/operation';
import { tagsOption } from '../../tags';
import { batchSizeOption, bulkCalls } from './bulk/bulk';
import { bulkParameters } from './contact.fields';
import { leaveOut, neverAddOption } from './neverAdd';
import { toUpsertEntry, type UpsertEntry } from './upsert/entry';
import { route } from './upsert/route';
import { send } from './upsert/send';

const existingOption: INodeProperties = {
	displayName: 'Existing Contacts',
	name: 'existing',
	type: 'options',
	options: [
		{
			name: 'Keep',
			value: 'keep',
			description:
				'Only the fields you give change; an unsubscribed contact stays unsubscribed. Takes one request per existing contact.',
		},
		{
			name: 'Overwrite',
			value: 'overwrite',
			description:
				'Inboxify overwrites the whole contact, up to 1,000 in one request. Fields you do not give may be lost, and so may an unsubscription (afmelding).',
		},
	],
	default: 'keep',
	description: 'What to do with a contact that is already in the list',
};

/** Existing contacts are updated one by one, new ones are inserted in bulk. */
export const upsert: BulkOperation<UpsertEntry> = {
	...bulkCalls,
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	writes: true,
	properties: bulkParameters,
	options: [
		batchSizeOption,
		emptyValuesOption,
		existingOption,
		lookUpOption,
		neverAddOption,
		tagsOption,
	],

	prepare(item) {
		return toUpsertEntry(item, item.option<string>(existingOption) === 'overwrite');
	},

	route: async (entries, settle) => [await route(await leaveOut(entries, settle), settle)],
	send,
};
