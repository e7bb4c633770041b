import type { INodeProperties, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';

import { checkBoolean, checkInteger, checkNumber, checkOneOf, isBlank } from '../../input/check';

/** Reads a field as it is declared; blank means its default, but an empty choice is none. @throws InputError */
export function readOption(
	{ displayName, type, typeOptions = {}, options = [], default: initial }: INodeProperties,
	value: unknown,
): unknown {
	if (isBlank(value) && (type !== 'options' || typeof value !== 'string')) return initial;
	if (type === 'boolean') return checkBoolean(displayName, value);
	if (type === 'options') {
		const values = (options as INodePropertyOptions[]).map((choice) => String(choice.value));
		return checkOneOf(displayName, value, values);
	}
	const { minValue: minimum = 0, maxValue: maximum, numberPrecision } = typeOptions;
	const check = numberPrecision === undefined ? checkInteger : checkNumber;
	return check(displayName, value, { minimum, maximum });
}

/** A name in words, e.g. `Contact Added` for `contactAdded`. */
export const titleOf = (name: string): string =>
	name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/^./, (first) => first.toUpperCase());

/** A collection of fields, with its name in words as its label. */
export const collection = (
	name: string,
	options: INodeProperties[],
	placeholder = 'Add Field',
): INodeProperties => ({
	displayName: titleOf(name),
	name,
	type: 'collection',
	placeholder,
	default: {},
	options,
});

/** The two fields of every Get Many; read with `item.limit()`. */
export const returnAllOrLimit: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];

export const emptyValuesOption: INodeProperties = {
	displayName: 'Empty Values',
	name: 'emptyValues',
	type: 'options',
	options: [
		{ name: 'Ignore', value: 'ignore', description: 'Leave the field unchanged' },
		{ name: 'Clear', value: 'clear', description: 'Clear the field' },
	],
	default: 'ignore',
	description:
		'What to do if a field that you added has no value, e.g. because the cell in the spreadsheet is empty',
};

/**
 * A required identifier, chosen from a list or typed.
 * @param search name of the node's list search method
 * @param within fields that the list depends on: when they change, it is searched again
 * @param typed modes for typing it
 */
export function locator({
	search,
	within,
	typed,
	...field
}: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & {
	search: string;
	within?: string[];
	typed: Array<Pick<INodePropertyMode, 'displayName' | 'name' | 'placeholder' | 'validation'>>;
}): INodeProperties {
	const loadOptionsDependsOn = within?.map((other) => `${other}.value`);
	return {
		...field,
		type: 'resourceLocator',
		...(loadOptionsDependsOn && { typeOptions: { loadOptionsDependsOn } }),
		required: true,
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search, searchable: true },
			},
			...typed.map((mode) => ({ ...mode, type: 'string' as const })),
		],
	};
}

export const lookUpOption: INodeProperties = {
	displayName: 'Look Up Uncertain Creates',
	name: 'lookUp',
	type: 'boolean',
	default: true,
	description:
		"Whether to check, after a lost response, if the record was created. If it was, the item succeeds. If not, the error says so. Sometimes this can't be determined.",
};
