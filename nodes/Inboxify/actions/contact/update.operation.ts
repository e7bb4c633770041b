import type { INodeProperties } from 'n8n-workflow';

import { KeyGroups } from '../../../shared/async/keyGroups';
import { InputError } from '../../../shared/input/InputError';
import { fieldsOrColumns } from '../../../shared/node/columns';
import { collection, emptyValuesOption } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { changeOf, contactOf } from '../../answers';
import { addsTags, joinTags, tagsOf, tagsOption } from '../../tags';
import { contactIdField, contactPath, listField } from '../common.fields';
import { contactBody, contactUpdateFields } from './contact.fields';

const SUBSCRIBE = { auto: undefined, subscribe: 'True', unsubscribe: 'False' };

const subscribeOption: INodeProperties = {
	displayName: 'Subscribe',
	name: 'subscribe',
	type: 'options',
	options: [
		{ name: 'Automatic', value: 'auto', description: 'Let Inboxify decide' },
		{
			name: 'Subscribe',
			value: 'subscribe',
			description: 'Subscribe the contact, even if it unsubscribed before',
		},
		{ name: 'Unsubscribe', value: 'unsubscribe', description: 'Unsubscribe the contact' },
	],
	default: 'auto',
	description: 'Whether to also subscribe (aanmelden) or unsubscribe (afmelden) the contact',
};

export const update: ItemOperation<{ groups: KeyGroups; planned: Map<string, string[]> }> = {
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: 'Change fields of a contact; other fields stay as they are',
	writes: true,
	properties: [
		listField,
		contactIdField,
		...fieldsOrColumns(collection('updateFields', contactUpdateFields), 'getContactUpdateColumns'),
	],
	options: [emptyValuesOption, subscribeOption, tagsOption],

	// What a dry run plans to make of tags, by the path of the contact.
	share: () => ({ groups: new KeyGroups(), planned: new Map() }),

	async execute(item, { groups, planned }) {
		const path = contactPath(item);
		const subscribe = SUBSCRIBE[item.option<keyof typeof SUBSCRIBE>(subscribeOption)];
		const body = contactBody(item.fieldsOrColumns('updateFields'), item.emptyValues());
		item.warnOfMistakes(body);
		if (subscribe === undefined && Object.keys(body).length === 0) {
			throw new InputError(
				'Update Fields is empty',
				'Fill in at least one field, or set Empty Values to Clear under Options to clear fields.',
			);
		}
		const key = path.join('/').toLowerCase();
		return await groups.run([key], async () => {
			if (addsTags(item) && Array.isArray(body.tags) && body.tags.length > 0) {
				const contact = contactOf(await item.request({ method: 'GET', path, fresh: true }));
				const current = (item.isDryRun && planned.get(key)) || tagsOf(contact);
				body.tags = joinTags(current, body.tags as string[]);
			}
			if (item.isDryRun && body.tags) planned.set(key, body.tags as string[]);
			const answer = await item.request({ method: 'PUT', path, query: { subscribe }, body });
			// The document doesn't say what this returns.
			return changeOf(answer) ?? { updated: true };
		});
	},
};
