import { checkOneOf, checkText, isBlank } from '../../../shared/input/check';
import { fieldsOrColumns } from '../../../shared/node/columns';
import { emptyValuesOption, lookUpOption } from '../../../shared/node/description/fields';
import { countsOf } from '../../../shared/node/hints';
import type { Item } from '../../../shared/node/Item';
import type { ItemOperation } from '../../../shared/node/operation';
import { additionalFields, contactBody, nameField, readContactFields } from './contact.fields';
import { ContactIndex } from './contactIndex';
import { checkMatchValue, MATCH_FIELDS, matchKey, matchKeys } from './matchKey';
import { pickFields, type Upsert, upsertContact } from './upsertContact';

/** Reads an item; the match value wins over the same field elsewhere. @throws InputError */
function readUpsert(item: Item): Upsert {
	const emptyValues = item.emptyValues();
	const field = checkOneOf('Match On', item.parameter('matchOn'), MATCH_FIELDS);
	const given = item.parameter('matchValue');
	const value = checkMatchValue(field, given);
	const fields = readContactFields(item, 'additionalFields');
	const name = item.parameter('name');
	const named = isBlank(name) ? {} : { name: checkText('Name', name) };
	const all = contactBody({ ...fields, ...named }, emptyValues, [field]);
	const body = pickFields(all, (one) => one !== field);
	const whole = { [field]: value, ...pickFields(body, (_, content) => content !== '') };
	const key = matchKey(field, value)!;
	const looksUp = item.option<boolean>(lookUpOption);
	return { field, key, given, body, whole, looksUp };
}

export const upsert: ItemOperation<{ real: ContactIndex; dry: ContactIndex }> = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	writes: true,
	properties: [
		{
			displayName: 'Match On',
			name: 'matchOn',
			type: 'options',
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'KvK Number', value: 'kvkNumber' },
			],
			default: 'email',
			description: 'The field that identifies an existing contact',
		},
		{
			displayName: 'Match Value',
			name: 'matchValue',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. info@devries-bouw.nl',
			description:
				'The e-mail address or KvK number of the contact. Upper and lower case make no difference. Dots, spaces and dashes in a KvK number are ignored. Enter a KvK number as text: a number loses its leading zero. A new contact is created with this e-mail address or KvK number.',
		},
		{
			...nameField.property,
			description:
				'Name of the person or company. A new contact needs one. If empty, an existing contact keeps its name.',
		},
		...fieldsOrColumns(additionalFields, 'getContactColumns'),
	],
	options: [emptyValuesOption, lookUpOption],

	// What a dry run plans, no real item may find.
	share: () => ({ real: new ContactIndex(), dry: new ContactIndex() }),

	async execute(item, { real, dry }) {
		const index = item.isDryRun ? dry : real;
		const wanted = readUpsert(item);
		item.warnOfMistakes(wanted.whole);
		const keys = matchKeys(wanted.whole);
		return await index.run(item, keys, async () => await upsertContact(item, index, wanted));
	},

	summarize: (outputs) => countsOf(outputs, 'outcome'),
};
