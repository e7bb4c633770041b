import type { IDataObject } from 'n8n-workflow';

import { checkText, isBlank, isObject } from '../../../shared/input/check';
import { checkIdentifying } from '../../../shared/input/identifier';
import { InputError } from '../../../shared/input/InputError';
import type { EmptyValues } from '../../../shared/node/description/fieldSet';

/** A field that the user names. */
export interface Pair {
	name: string;
	/** Neither null nor undefined. */
	value: unknown;
	/** The pair as it was given. */
	given: IDataObject;
}

/** Whether a value is text without anything in it; an empty list is not. */
const isEmptyText = (value: unknown): boolean => typeof value === 'string' && isBlank(value);

/** What is sent of a value. @throws InputError for what JSON has no word for */
function checkValue(label: string, value: unknown): unknown {
	if (typeof value === 'bigint') return value.toString();
	if (typeof value === 'string') return checkText(label, value);
	const isUnknown = ['function', 'symbol'].includes(typeof value);
	// JSON would make null of it, and so clear the field.
	if (isUnknown || (typeof value === 'number' && !Number.isFinite(value))) {
		throw new InputError(`${label} can't be sent: it is ${String(value)}`);
	}
	return value;
}

function listOf(label: string, pairs: unknown): unknown[] {
	if (pairs === undefined || pairs === null) return [];
	if (Array.isArray(pairs)) return pairs;
	if (isObject(pairs)) return [pairs];
	throw new InputError(`${label} must be a list of names and values`);
}

/**
 * Reads the name/value pairs of a collection. What an expression left null or undefined is left
 * out, and so is an empty text, unless empty values clear a field.
 * @param label of the collection
 * @param field a field of it, as it stands in an error, e.g. `custom field`
 * @throws InputError for a value without a name, and for a name that is given twice
 */
export function readPairs(
	label: string,
	field: string,
	pairs: unknown,
	emptyValues: EmptyValues,
): Pair[] {
	const read: Pair[] = [];
	const names = new Set<string>();
	for (const given of listOf(label, pairs)) {
		if (given === undefined || given === null) continue;
		if (!isObject(given)) throw new InputError(`${label} must be a list of names and values`);
		const { value } = given;
		if (value === undefined || value === null) continue;
		const isEmpty = isEmptyText(value);
		if (isEmpty && (emptyValues === 'ignore' || isBlank(given.name))) continue;
		const name = checkIdentifying(`The name of a ${field}`, given.name);
		if (names.has(name)) throw new InputError(`${label} names a field twice: "${name}"`);
		names.add(name);
		const sent = isEmpty ? '' : checkValue(`The value of "${name}"`, value);
		read.push({ name, value: sent, given });
	}
	return read;
}

/** An object of names and values, whatever the names. */
export const fromPairs = (pairs: Array<Pick<Pair, 'name' | 'value'>>): IDataObject =>
	Object.fromEntries(pairs.map(({ name, value }) => [name, value])) as IDataObject;
