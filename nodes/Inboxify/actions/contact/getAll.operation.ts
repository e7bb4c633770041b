import type { INodeProperties } from 'n8n-workflow';

import { isBlank } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { combineOption, conditionsField } from '../../../shared/node/conditions';
import { returnAllOrLimit } from '../../../shared/node/description/fields';
import type { Item } from '../../../shared/node/Item';
import type { ItemOperation } from '../../../shared/node/operation';
import { outputFields } from '../../../shared/node/output';
import { listField, listPath } from '../common.fields';
import { CONTACT_FIELDS, simplify } from './simplify';

const UNSUBSCRIBED = { all: undefined, only: 'True', exclude: 'False' };

export const unsubscribedOption: INodeProperties = {
	displayName: 'Unsubscribed',
	name: 'unsubscribed',
	type: 'options',
	options: [
		{ name: 'All Contacts', value: 'all' },
		{ name: 'Exclude Unsubscribed', value: 'exclude' },
		{ name: 'Only Unsubscribed', value: 'only' },
	],
	default: 'all',
	description: 'Whether to include contacts that have unsubscribed (afgemeld)',
};

/** Reads the option Unsubscribed. @returns what is asked for @throws InputError */
export function readUnsubscribed(item: Item): string | undefined {
	// An empty filter must not return more than the user wants.
	if ('unsubscribed' in item.options && isBlank(item.options.unsubscribed)) {
		throw new InputError('Unsubscribed is empty', 'Choose a value, or remove the option.');
	}
	return UNSUBSCRIBED[item.option<keyof typeof UNSUBSCRIBED>(unsubscribedOption)];
}

const offsetOption: INodeProperties = {
	displayName: 'Offset',
	name: 'offset',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'How many contacts to skip from the start of the list',
};

const sortOption: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'options',
	options: [
		{ name: 'Ascending', value: 'ASC' },
		{ name: 'Descending', value: 'DESC' },
	],
	default: 'ASC',
	description: 'Order in which to return the contacts',
};

export const getAll: ItemOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Get the contacts of a list',
	properties: [listField, ...returnAllOrLimit, conditionsField, ...outputFields(CONTACT_FIELDS)],
	options: [combineOption, offsetOption, sortOption, unsubscribedOption],

	async execute(item) {
		const path = listPath(item);
		const unsubscribed = readUnsubscribed(item);
		const present = item.output(simplify);
		const contacts = await item.listWithConditions({
			path,
			query: { sort: item.option<string>(sortOption), unsubscribed },
			offset: item.option<number>(offsetOption),
			limit: item.limit(),
		});
		// In place, so that a long list is in memory once.
		contacts.forEach((contact, index) => (contacts[index] = present(contact)));
		return contacts;
	},
};
