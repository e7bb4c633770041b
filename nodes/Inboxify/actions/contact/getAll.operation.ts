import { checkInteger, checkOneOf, isBlank } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { returnAllOrLimit, simplifyField } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { listField, listPath } from '../common.fields';
import { simplify } from './get.operation';

const UNSUBSCRIBED = { all: undefined, only: 'True', exclude: 'False' };

export const getAll: ItemOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Get the contacts of a list',
	properties: [listField, ...returnAllOrLimit, simplifyField],
	options: [
		{
			displayName: 'Offset',
			name: 'offset',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'How many contacts to skip from the start of the list',
		},
		{
			displayName: 'Sort',
			name: 'sort',
			type: 'options',
			options: [
				{ name: 'Ascending', value: 'ASC' },
				{ name: 'Descending', value: 'DESC' },
			],
			default: 'ASC',
			description: 'Order in which to return the contacts',
		},
		{
			displayName: 'Unsubscribed',
			name: 'unsubscribed',
			type: 'options',
			options: [
				{ name: 'All Contacts', value: 'all' },
				{ name: 'Exclude Unsubscribed', value: 'exclude' },
				{ name: 'Only Unsubscribed', value: 'only' },
			],
			default: 'all',
			description: 'Whether to return contacts that have unsubscribed (afgemeld)',
		},
	],

	async execute(item) {
		const path = listPath(item);
		const { offset, sort, unsubscribed } = item.options;
		// An empty filter must not return more than the user wants.
		if ('unsubscribed' in item.options && isBlank(unsubscribed)) {
			throw new InputError('Unsubscribed is empty', 'Choose a value, or remove the option.');
		}
		const filter = checkOneOf('Unsubscribed', unsubscribed ?? 'all', ['all', 'only', 'exclude']);
		const isSimple = item.simplifies();
		const contacts = await item.list({
			path,
			query: {
				sort: checkOneOf('Sort', sort ?? 'ASC', ['ASC', 'DESC']),
				unsubscribed: UNSUBSCRIBED[filter],
			},
			offset: checkInteger('Offset', offset ?? 0, { minimum: 0 }),
			limit: item.limit(),
		});
		// In place, so that a long list is in memory once.
		if (isSimple) contacts.forEach((contact, index) => (contacts[index] = simplify(contact)));
		return contacts;
	},
};
