import type { IDataObject } from 'n8n-workflow';

import { checkOneOf, checkText, isBlank } from '../../../shared/input/check';
import { emptyValuesOption } from '../../../shared/node/description/fields';
import type { Item } from '../../../shared/node/Item';
import type { ItemOperation } from '../../../shared/node/operation';
import { withoutBlanks } from '../record/emptyValues';
import { remarkOn } from '../record/remarks';
import { additionalFields, contactBody, nameField } from './contact.fields';
import { ContactIndex } from './contactIndex';
import { checkMatchValue, MATCH_FIELDS, matchKeys, type MatchField } from './matchKey';
import { type Upsert, upsertContact } from './upsertContact';

/** Reads an item. @throws InputError */
function readUpsert(item: Item): Upsert {
	const emptyValues = item.emptyValues();
	const field: MatchField = checkOneOf('Match On', item.parameter('matchOn'), MATCH_FIELDS);
	const given = item.parameter('matchValue');
	const value = checkMatchValue(field, given);
	const fields = item.collection('additionalFields');
	const name = item.parameter('name');
	const named = isBlank(name) ? {} : { name: checkText('Name', name) };
	const body = contactBody({ ...fields, ...named }, emptyValues, [field]);
	// The match value wins over the same field elsewhere.
	delete body[field];
	const whole: IDataObject = { [field]: value, ...withoutBlanks(body) };
	return { field, given, value, body, whole, keys: matchKeys(whole) };
}

const written = (count: number): string => count.toLocaleString('en');

export const upsert: ItemOperation<ContactIndex> = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	properties: [
		{
			displayName: 'Match On',
			name: 'matchOn',
			type: 'options',
			options: [
				{
					name: 'Email',
					value: 'email',
				},
				{
					name: 'KvK Number',
					value: 'kvkNumber',
				},
			],
			default: 'email',
			description: 'The field by which to find out whether the contact exists',
		},
		{
			displayName: 'Match Value',
			name: 'matchValue',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. info@devries-bouw.nl',
			description:
				'The e-mail address or KvK number of the contact. Capitals make no difference, nor do dots, spaces and dashes in a KvK number; give that as text, since a number loses its leading zero. A contact that is created gets this value.',
		},
		{
			...nameField.property,
			description:
				'Name of the person or company. Needed only where a contact has to be created; left empty, a contact that exists keeps its name.',
		},
		additionalFields,
	],
	options: [emptyValuesOption],

	share: () => new ContactIndex(),

	async execute(item, index) {
		const wanted = readUpsert(item);
		remarkOn(item, wanted.whole);
		return await index.run(
			item,
			wanted.keys,
			async () => await upsertContact(item, index, wanted),
		);
	},

	summarize(outputs) {
		if (outputs.length === 0) return [];
		const count = (outcome: string) =>
			written(outputs.filter((output) => output.outcome === outcome).length);
		return [
			`Created ${count('created')}, updated ${count('updated')}, left ${count('unchanged')} unchanged.`,
		];
	},
};
