import { checkOneOf } from '../../../shared/input/check';
import { checkNotEmpty } from '../../../shared/input/checkNotEmpty';
import type { ItemOperation } from '../../../shared/node/operation';
import { isObject } from '../../../shared/request/answer';
import { contactIdField, contactPath, listField } from '../common.fields';
import { contactBody, contactFields, emailField } from './contact.fields';

/** What the API takes for each choice; by itself it decides. */
const SUBSCRIBE = { auto: undefined, subscribe: 'True', unsubscribe: 'False' };

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: 'Change fields of a contact; the others stay as they are',
	properties: [
		listField,
		contactIdField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...contactFields, emailField].sort((a, b) =>
				a.displayName.localeCompare(b.displayName, 'en'),
			),
		},
	],
	options: [
		{
			displayName: 'Subscribe',
			name: 'subscribe',
			type: 'options',
			options: [
				{
					name: 'Automatic',
					value: 'auto',
					description: 'Inboxify decides',
				},
				{
					name: 'Subscribe',
					value: 'subscribe',
					description: 'Subscribe the contact, also one that unsubscribed before',
				},
				{
					name: 'Unsubscribe',
					value: 'unsubscribe',
					description: 'Unsubscribe the contact',
				},
			],
			default: 'auto',
			description: 'Whether the update is to subscribe (aanmelden) or unsubscribe (afmelden)',
		},
	],

	async execute(item) {
		const path = contactPath(item);
		const subscribe =
			SUBSCRIBE[
				checkOneOf('Subscribe', item.options.subscribe ?? 'auto', [
					'auto',
					'subscribe',
					'unsubscribe',
				])
			];
		const body = contactBody(item.collection('updateFields'));
		if (subscribe === undefined) checkNotEmpty('Update Fields', body);
		const answer = await item.request({ method: 'PUT', path, query: { subscribe }, body });
		// What the service answers is not documented.
		return isObject(answer.body) ? answer.body : { updated: true };
	},
};
