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

export const update: ItemOperation<KeyGroups> = {
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

	share: () => new KeyGroups(),

	async execute(item, groups) {
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
		return await groups.run([path.join('/').toLowerCase()], async () => {
			if (addsTags(item) && Array.isArray(body.tags) && body.tags.length > 0) {
				const contact = contactOf(await item.request({ method: 'GET', path, fresh: true }));
				body.tags = joinTags(tagsOf(contact), body.tags as string[]);
			}
			const answer = await item.request({ method: 'PUT', path, query: { subscribe }, body });
			// The document doesn't say what this returns.
			return changeOf(answer) ?? { updated: true };
		});
	},
};
