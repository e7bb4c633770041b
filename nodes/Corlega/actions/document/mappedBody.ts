import type { IDataObject } from 'n8n-workflow';

import { checkText, isBlank, isObject } from '../../../shared/input/check';
import { checkDateTime, dateText } from '../../../shared/input/date';
import { InputError, mismatch } from '../../../shared/input/InputError';
import { parseExact } from '../../../shared/input/json';
import { identifying } from '../../../shared/input/text';
import type { Mapped } from '../../../shared/node/columns';
import type { EmptyValues } from '../../../shared/node/description/fieldSet';
import { typedValue } from './typedValue';

/** Converts a value to the type of its column. @throws InputError */
function toType(column: string, value: unknown, type = ''): unknown {
	const label = `The column ${column}`;
	if (isBlank(value) && typeof value === 'string') return '';
	switch (type) {
		case 'number':
			return typedValue(label, value, 'number');
		case 'options':
		case 'boolean':
			return typedValue(label, value, 'boolean');
		case 'array':
		case 'object': {
			const parsed = typedValue(label, value, 'json');
			if (type === 'array' ? Array.isArray(parsed) : isObject(parsed)) return parsed;
			const expected = type === 'array' ? 'a list, e.g. ["a", "b"]' : 'an object, e.g. {"a": "b"}';
			throw mismatch(label, expected, value);
		}
		case 'dateTime':
			// Corlega may take a day for a month, and clear a field for what is no date.
			checkDateTime(label, value, 'UTC');
			return identifying(dateText(value));
		case 'string':
			if (typeof value === 'object') return value;
			return typeof value === 'boolean' ? String(value) : checkText(label, value);
		default:
			return value;
	}
}

/** A list, also as a model or an expression writes it as JSON. */
function unpacked(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*\[.*\]\s*$/s.test(value)) return value;
	try {
		return parseExact(value);
	} catch {
		return value;
	}
}

/**
 * Makes the lines of a list: one, or where columns hold a list, one for each element. A value that is no
 * list is the same in each line.
 * @throws InputError if lists differ in length
 */
function toLines(
	list: string,
	columns: Array<[string, unknown]>,
	types: Mapped['types'],
	emptyValues: EmptyValues,
): IDataObject[] {
	// A column of lists may hold the list of one line.
	const isSpread = (name: string, value: unknown): value is unknown[] =>
		Array.isArray(value) &&
		(types.get(`${list}.${name}`) !== 'array' ||
			value.every((one) => isBlank(one) || Array.isArray(unpacked(one))));
	const each = columns.flatMap(([name, value]) =>
		isSpread(name, value) && value.length > 0 ? [{ name, count: value.length }] : [],
	);
	const counts = new Set(each.map((one) => one.count));
	if (counts.size > 1) {
		const shown = each.map((one) => `${one.name} has ${one.count}`).join(', ');
		throw new InputError(
			`The columns of ${list} hold lists of different lengths: ${shown}`,
			'Give each column one value for each line, or a single value for all lines.',
		);
	}
	const [count = 1] = counts;
	return Array.from({ length: count }, (_, index) => {
		const line: IDataObject = {};
		for (const [name, given] of columns) {
			const value: unknown = isSpread(name, given) ? given[index] : given;
			if (isOut(value, emptyValues)) continue;
			const column = `${list}.${name}`;
			line[name] = toType(column, value, types.get(column)) as IDataObject[string];
		}
		return line;
	}).filter((line) => Object.values(line).some((value) => value !== ''));
}

const isOut = (value: unknown, emptyValues: EmptyValues): boolean =>
	value === undefined || value === null || (emptyValues === 'ignore' && isBlank(value));

/** Makes a body from mapped columns. @throws InputError */
export function mappedBody(
	{ values, types }: Mapped,
	emptyValues: EmptyValues = 'ignore',
): IDataObject {
	const body: IDataObject = {};
	const lists = new Map<string, Array<[string, unknown]>>();
	for (const [column, value] of Object.entries(values)) {
		const dot = column.indexOf('.');
		if (isOut(value, emptyValues)) continue;
		if (dot < 1) {
			body[column] = toType(column, value, types.get(column)) as IDataObject[string];
			continue;
		}
		const list = column.slice(0, dot);
		lists.set(list, [...(lists.get(list) ?? []), [column.slice(dot + 1), unpacked(value)]]);
	}
	for (const [list, columns] of lists) {
		if (body[list] !== undefined) {
			throw new InputError(
				`${list} is given twice: as a whole and in columns such as ${list}.${columns[0][0]}`,
				'Leave out one of them.',
			);
		}
		const lines = toLines(list, columns, types, emptyValues);
		if (lines.length > 0) body[list] = lines;
	}
	return body;
}

/**
 * Combines the bodies of items into one: their lines one after another. What is no line must be the same
 * in all.
 * @param lists names of the columns that hold lines
 * @throws InputError
 */
export function combineBodies(bodies: IDataObject[], lists: Set<string>): IDataObject {
	const [first, ...others] = bodies;
	const whole = { ...first };
	for (const body of others) {
		for (const [name, value] of Object.entries(body)) {
			const current = whole[name];
			if (lists.has(name)) {
				whole[name] = [...((current ?? []) as IDataObject[]), ...(value as IDataObject[])];
			} else if (current === undefined) {
				whole[name] = value;
			} else if (JSON.stringify(current) !== JSON.stringify(value)) {
				throw new InputError(
					`The items to combine differ in ${name}: ${JSON.stringify(current)} and ${JSON.stringify(value)}`,
					'Items of one document may differ only in the columns of its lines.',
				);
			}
		}
	}
	return whole;
}
