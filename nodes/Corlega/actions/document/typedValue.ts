import type { INodeProperties } from 'n8n-workflow';

import { checkBoolean, checkOneOf, isBlank } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { inexactNumber } from '../../../shared/input/json';
import { shown } from '../../../shared/input/shown';

/** As what a value is sent. */
export const typeField: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{
			name: 'JSON',
			value: 'json',
			description: 'A list or an object, written as JSON',
		},
		{
			name: 'Number',
			value: 'number',
			description: 'Digits, with a dot before decimals, e.g. 100.50',
		},
		{
			name: 'Text',
			value: 'text',
			description: 'As it is written; what an expression gives keeps its own type',
		},
		{
			name: 'Yes/No',
			value: 'boolean',
			description: 'Written as true or false, or as yes or no',
		},
	],
	default: 'text',
	description: 'As what Corlega gets the value',
};

const TYPES = ['text', 'number', 'boolean', 'json'] as const;

function wrong(label: string, expected: string, value: unknown, advice?: string): InputError {
	return new InputError(`${label} must be ${expected}, but is "${shown(value)}"`, advice);
}

/** The error of a number that can't be sent exactly as it is written. */
export const tooLong = (label: string, number: string): InputError =>
	new InputError(
		`${label} holds the number ${shown(number)}, which has too many digits to be sent exactly`,
		'Write it between quotation marks, as text.',
	);

function toNumber(label: string, value: unknown): number {
	const isPlain = typeof value === 'string' && /^[+-]?\d+(\.\d+)?$/.test(value.trim());
	const number = isPlain ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) {
		throw wrong(label, 'a number', value, 'Write digits, with a dot before decimals: 1234.50.');
	}
	if (isPlain && inexactNumber(value.trim()) !== undefined) {
		throw wrong(label, 'a number of at most 15 digits', value);
	}
	return number;
}

function toJson(label: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const inexact = inexactNumber(value);
	if (inexact !== undefined) throw tooLong(label, inexact);
	try {
		return JSON.parse(value);
	} catch {
		throw wrong(label, 'JSON', value, 'Check its quotation marks, commas and brackets.');
	}
}

/**
 * A value as its type says. Text stays as it is, since an expression can give any kind of value.
 * @param label as it stands in an error
 * @param type from the field above; without one: text
 * @throws InputError where the value is of another type
 */
export function typedValue(label: string, value: unknown, type: unknown): unknown {
	switch (isBlank(type) ? 'text' : checkOneOf(`The type of ${label}`, type, TYPES)) {
		case 'number':
			return toNumber(label, value);
		case 'boolean':
			return checkBoolean(label, value);
		case 'json':
			return toJson(label, value);
		default:
			return value;
	}
}
