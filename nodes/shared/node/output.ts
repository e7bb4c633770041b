import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { checkOneOf, checkText, isBlank } from '../input/check';
import { InputError } from '../input/InputError';
import { readField } from '../input/readField';
import { identifying } from '../input/text';
import { readOption } from './description/fields';

const MODES = ['simplified', 'raw', 'selectedFields'] as const;

type Mode = (typeof MODES)[number];

/** Of a workflow that was saved before Output was there, with Simplify off. */
const isOlder = { '/simplify': [false] };

const modes: INodePropertyOptions[] = [
	{ name: 'Raw', value: 'raw', description: 'All fields, as the service gives them' },
	{ name: 'Selected Fields', value: 'selectedFields' },
];

const outputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		...modes,
		{ name: 'Simplified', value: 'simplified', description: 'The fields that matter most' },
	],
	default: 'simplified',
	description: 'Which fields of each record to return',
};

/** What Output was before it had a choice. */
const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	displayOptions: { show: isOlder },
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/**
 * The fields Output and Fields, which choose what comes out of a record.
 * @param names of fields that can be chosen
 * @param mode the default; other than `simplified` where all came out before there was a choice
 */
export const outputFields = (names: string[], mode: Mode = 'simplified'): INodeProperties[] => [
	...(mode === 'simplified' ? [simplifyField] : []),
	{ ...outputField, displayOptions: { hide: isOlder }, default: mode },
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'multiOptions',
		displayOptions: { show: { output: ['selectedFields'] } },
		options: names.map((name) => ({ name, value: name })),
		default: [],
		description: 'The fields to return. In an expression, names separated by commas, or an array.',
	},
];

/** The same for records whose fields are not documented: `getFields` finds them, and none is simplified. */
export const foundFields = (): INodeProperties[] => [
	{ ...outputField, options: modes, default: 'raw' },
	{
		displayName: 'Field Names or IDs',
		name: 'fields',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getFields', loadOptionsDependsOn: ['resource', 'events'] },
		displayOptions: { show: { output: ['selectedFields'] } },
		default: [],
		description:
			'The fields to return. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

/** What a model or a cell puts around the names of a list. */
const AROUND = /^[\s["'“]+|[\s\]"'”]+$/g;

/** Reads the names in Fields: a list, also as text. @throws InputError */
function readNames(value: unknown): string[] {
	const given = Array.isArray(value)
		? value.map((name) => (isBlank(name) ? '' : checkText('Fields', name)))
		: checkText('Fields', value ?? '')
				.split(/[,;\n]/)
				.map((name) => identifying(name).replace(AROUND, ''));
	const names = given.filter((name) => !isBlank(name));
	if (names.length > 0) return names;
	throw new InputError('Fields is empty', 'Choose at least one field, or another Output.');
}

/**
 * Reads Output.
 * @param read reads a parameter, or gives the fallback where there is none
 * @param simplify simplifies a record
 * @param warn warns of a field that a record does not have
 * @returns what comes out of a record
 * @throws InputError
 */
export function readOutput(
	read: (name: string, fallback: unknown) => unknown,
	simplify: (record: IDataObject) => IDataObject,
	fallback: Mode = 'simplified',
	warn?: (text: string) => void,
): (record: IDataObject) => IDataObject {
	const given = read('output', fallback);
	const isSimple = readOption(simplifyField, read('simplify', true));
	const mode = checkOneOf('Output', isBlank(given) ? fallback : given, MODES);
	if (mode === 'selectedFields') {
		const names = readNames(read('fields', []));
		const missing = new Set<string>();
		return (record) => {
			const all = { ...record, ...simplify(record) };
			const valueOf = (name: string) => {
				const value = readField(all, name);
				if (value !== undefined) return value;
				if (!missing.has(name)) warn?.(`Not every record has the field ${name}`);
				missing.add(name);
				return null;
			};
			return Object.fromEntries(names.map((name) => [name, valueOf(name)]));
		};
	}
	return mode === 'raw' || !isSimple ? (record) => record : simplify;
}
