import type { INodeProperties } from 'n8n-workflow';

import { checkBoolean, checkOneOf, checkSeparator, isBlank } from '../../../shared/input/check';
import { InputError, mismatch, shown } from '../../../shared/input/InputError';
import { inexactNumber } from '../../../shared/input/json';
import { identifying } from '../../../shared/input/text';

export const typeField: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'JSON', value: 'json', description: 'A list or an object, written as JSON' },
		{ name: 'Number', value: 'number', description: 'Digits, with a dot before decimals' },
		{ name: 'Text', value: 'text', description: 'As written; an expression keeps its own type' },
		{ name: 'Yes/No', value: 'boolean', description: 'Written as true or false, or yes or no' },
	],
	default: 'text',
	description: 'Data type of the value that is sent',
};

function toNumber(label: string, value: unknown): number {
	const text = typeof value === 'string' ? identifying(value) : '';
	const isPlain = /^[+-]?\d+(\.\d+)?$/.test(text);
	const number = isPlain ? Number(text) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) {
		throw mismatch(label, 'a number', value, 'Write digits, with a dot before decimals: 1234.50.');
	}
	if (isPlain && inexactNumber(text) !== undefined) {
		throw mismatch(label, 'a number of at most 15 digits', value);
	}
	checkSeparator(label, text);
	return number;
}

/** Parses JSON text; any other value stays as it is. @throws InputError */
export function parseJson(label: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const inexact = inexactNumber(value);
	if (inexact !== undefined) {
		throw new InputError(
			`${label} holds the number ${shown(inexact)}, which has too many digits to be sent exactly`,
			'Write it between quotation marks, as text.',
		);
	}
	try {
		return JSON.parse(value);
	} catch {
		throw mismatch(label, 'valid JSON', value, 'Check its quotation marks, commas and brackets.');
	}
}

const CONVERSIONS = {
	text: (_label: string, value: unknown) => value,
	number: toNumber,
	boolean: checkBoolean,
	json: parseJson,
};

const TYPES = Object.keys(CONVERSIONS) as Array<keyof typeof CONVERSIONS>;

/** Converts a value to its type, by default text, which stays as it is. @throws InputError */
export function typedValue(label: string, value: unknown, type: unknown): unknown {
	const chosen = isBlank(type) ? 'text' : checkOneOf(`The type of ${label}`, type, TYPES);
	return CONVERSIONS[chosen](label, value);
}
