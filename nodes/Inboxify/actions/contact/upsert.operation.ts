import { emptyValuesOption } from '../../../shared/node/description/fields';
import type { BulkOperation } from '../../../shared/node/operation';
import { tagsOption } from '../../tags';
import { bulkInsert } from './bulk/bulkInsert.operation';
import { batchSizeOption, isDone, tellRefused } from './bulk/bulk';
import { toUpsertEntry, type UpsertEntry } from './upsert/entry';
import { route } from './upsert/route';
import { send } from './upsert/send';

/** Create or update: contacts that exist are changed one by one, new ones inserted in bulk. */
export const upsert: BulkOperation<UpsertEntry> = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	properties: bulkInsert.properties,
	options: [
		batchSizeOption,
		emptyValuesOption,
		{
			displayName: 'Existing Contacts',
			name: 'existing',
			type: 'options',
			options: [
				{
					name: 'Keep',
					value: 'keep',
					description:
						'Fields that are not given stay as they are, and so does an unsubscription. Takes a request for each contact that exists.',
				},
				{
					name: 'Overwrite',
					value: 'overwrite',
					description:
						'Inboxify overwrites the whole contact, up to 1,000 in one request. Fields that are not given may be gone, and an unsubscription (afmelding) too.',
				},
			],
			default: 'keep',
			description: 'What becomes of a contact that is in the list already',
		},
		tagsOption,
	],
	sendEqualOnce: false,

	prepare: toUpsertEntry,

	route,

	send,

	isDone,

	summarize: tellRefused,
};
