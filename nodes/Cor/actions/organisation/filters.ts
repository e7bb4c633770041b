import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkOneOf, checkPattern, checkText, isBlank } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { checkKvkNumber, checkNumberText, checkOin } from '../../../shared/input/number';
import { identifying } from '../../../shared/input/text';
import { collection } from '../../../shared/node/description/fields';
import { checkedField, FieldSet } from '../../../shared/node/description/fieldSet';
import type { Item } from '../../../shared/node/Item';

/** Whether an expression left nothing to filter by. */
function isNothing(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return isBlank(value);
	return Object.values(value).every(isNothing);
}

const blankFilter = (label: string): InputError =>
	new InputError(
		`The filter ${label} is empty`,
		`Remove the filter ${label} to get organisations with any value. If the value comes from the input, remove the items without one before this node, e.g. with a Filter node.`,
	);

/**
 * Text to search by. Without a letter or a digit it is as good as blank: a dash that a spreadsheet
 * holds for "none", a character without a width, a wildcard.
 */
function checkWords(label: string, value: unknown): string {
	const text = identifying(checkText(label, value));
	if (!/[\p{L}\p{N}]/u.test(text)) throw blankFilter(label);
	return text;
}

/** The document's types, and its words for them. */
const TYPES: Array<[type: string, words: RegExp]> = [
	['GM', /^(GM|gemeente)$/i],
	['PV', /^(PV|provincie)$/i],
	['WS', /^(WS|waterschap|hoogheemraadschap)$/i],
];

/** A type of organisation: one of the document's, or another one that the register has. */
function checkType(label: string, value: unknown): string {
	const type = checkPattern(label, value, /^\S{2,}$/, 'a type such as GM, PV or WS');
	return TYPES.find(([, words]) => words.test(type))?.[0] ?? type;
}

/** An organisation must meet all of them (limits: COR's document). */
const filterFields = new FieldSet([
	checkedField(
		{
			displayName: 'KvK Number',
			name: 'kvkNummer',
			placeholder: 'e.g. 12345678',
			description: 'Number in the trade register (KvK), all 8 digits',
		},
		checkKvkNumber,
	),
	checkedField(
		{
			displayName: 'Name',
			name: 'naam',
			placeholder: 'e.g. Gemeente Sluis',
			description: 'The whole name, exactly as registered',
		},
		checkWords,
	),
	checkedField(
		{
			displayName: 'OIN',
			name: 'oin',
			placeholder: 'e.g. 00000001234567891000',
			description: 'The whole number, 20 digits or letters',
		},
		(_, value) => checkOin(value),
	),
	checkedField(
		{
			displayName: 'Organisation Code',
			name: 'organisatieCode',
			placeholder: 'e.g. 0163',
			description:
				'Code of a municipality, province, water board or ministry, at least 4 characters',
		},
		(label, value) =>
			checkPattern(label, checkNumberText(label, value), /^\S{4,}$/, 'at least 4 characters'),
	),
	{
		property: {
			displayName: 'Organisation Type',
			name: 'organisatieType',
			type: 'options',
			options: [
				{ name: 'Municipality (Gemeente)', value: 'GM' },
				{ name: 'Province (Provincie)', value: 'PV' },
				{ name: 'Water Board (Waterschap)', value: 'WS' },
			],
			default: 'GM',
			description:
				'Kind of government. Give another type as the register writes it by an expression.',
		},
		check: checkType,
	},
	checkedField(
		{
			displayName: 'Search',
			name: 'zoek',
			placeholder: 'e.g. waterschap',
			description: 'Part of a name, OIN or abbreviation',
		},
		checkWords,
	),
	{
		property: {
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Active (Actief)', value: 'Actief' },
				{ name: 'Withdrawn (Ingetrokken)', value: 'Ingetrokken' },
			],
			default: 'Actief',
			description: 'Whether the OIN is in use or withdrawn',
		},
		check: (label, value) => checkOneOf(label, value, ['Actief', 'Ingetrokken']),
	},
]);

export const filters: INodeProperties = {
	...collection('filters', filterFields.properties, 'Add Filter'),
	description:
		'Organisations must meet all of these. A filter that was added and is empty is an error, so that it never gives the whole register by mistake.',
};

/**
 * Reads the filters. One that was added must hold a value: left out, it would let the whole register
 * through.
 * @throws InputError
 */
export function readFilters(item: Item): IDataObject {
	const values = item.collection('filters');
	for (const { name, displayName } of filterFields.properties) {
		if (!(name in values)) continue;
		const value = values[name];
		if (isNothing(value)) throw blankFilter(displayName);
		if (typeof value === 'object') checkText(displayName, value);
	}
	return filterFields.read(values);
}
