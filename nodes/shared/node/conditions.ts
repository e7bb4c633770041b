import type { IDataObject, INodeProperties } from 'n8n-workflow';

import {
	checkNumber,
	checkOneOf,
	checkSeparator,
	checkText,
	isBlank,
	isObject,
	NO,
	YES,
} from '../input/check';
import { dateText } from '../input/date';
import { InputError, mismatch } from '../input/InputError';
import { type Moment, compareMoments, readMoment } from '../input/moment';
import { readField } from '../input/readField';
import { identifying, searchable } from '../input/text';
import { titleOf } from './description/fields';

const NAMES = {
	changedInLast: 'Is in the Last',
	contains: 'Contains',
	notContains: 'Does Not Contain',
	equals: 'Equals',
	notEquals: 'Does Not Equal',
	after: 'Is After',
	before: 'Is Before',
	empty: 'Is Empty',
	greater: 'Is Greater Than',
	less: 'Is Less Than',
	notEmpty: 'Is Not Empty',
};

type Kind = keyof typeof NAMES;

const KINDS = Object.keys(NAMES) as Kind[];

const UNITS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000 };
const UNIT_NAMES = Object.keys(UNITS) as Array<keyof typeof UNITS>;

/** Read with `readConditions`. */
export const conditionsField: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Condition',
	default: {},
	description:
		"Which records to return, by any of their fields. The service can't filter by these, so the node reads the list page by page until it has found enough.",
	options: [
		{
			displayName: 'Condition',
			name: 'condition',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					type: 'string',
					default: '',
					placeholder: 'e.g. status',
					description:
						'Name of the field in the complete output, with dots for nested fields, e.g. customer.city',
				},
				{
					displayName: 'Condition',
					name: 'condition',
					type: 'options',
					options: KINDS.map((value) => ({ name: NAMES[value], value })),
					default: 'equals',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					displayOptions: { hide: { condition: ['empty', 'notEmpty'] } },
					default: '',
					description:
						"Text (capitals make no difference), a number, or a date such as 2026-12-31, or 2026-12-31 14:00 (a time is in the workflow's timezone). For Is in the Last, a number of days, hours or minutes.",
				},
				{
					displayName: 'Unit',
					name: 'unit',
					type: 'options',
					displayOptions: { show: { condition: ['changedInLast'] } },
					options: UNIT_NAMES.map((value) => ({ name: titleOf(value), value })),
					default: 'days',
				},
			],
		},
	],
};

export const combineOption: INodeProperties = {
	displayName: 'Combine Conditions',
	name: 'combine',
	type: 'options',
	options: [
		{ name: 'All Conditions', value: 'all' },
		{ name: 'Any Condition', value: 'any' },
	],
	default: 'all',
	description: 'How to combine several conditions',
};

type Test = (value: unknown) => boolean;

const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A number as services and people write it; one with a leading zero is a code, not a number. */
function readNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	const text = typeof value === 'string' ? identifying(value) : '';
	const isPlain = NUMBER.test(text) && !/^[+-]?0\d/.test(text);
	return isPlain ? Number(text.replace(',', '.')) : undefined;
}

const wordsOf = (value: unknown): string =>
	searchable(isObject(value) ? JSON.stringify(value) : String(value ?? ''));

const isEmpty = (value: unknown): boolean =>
	isBlank(value) || (isObject(value) && Object.keys(value).length === 0);

/** Passes a list if one of its elements passes. */
const any = (test: Test) => (value: unknown) => [value].flat().some(test);

const not = (test: Test) => (value: unknown) => !test(value);

/** Makes the test of a condition. @throws InputError for a value that it can't compare with */
function makeTest(kind: Kind, label: string, { value, unit }: IDataObject, timezone: string): Test {
	if (kind === 'empty') return isEmpty;
	if (kind === 'notEmpty') return not(isEmpty);
	if (isBlank(value)) {
		throw new InputError(
			`The value of ${label} is empty`,
			'Fill in Value, or choose Is Empty or Is Not Empty as Condition.',
		);
	}
	const moment = readMoment(value, timezone);
	const isText = !moment && typeof value !== 'boolean';
	const wanted = isText ? checkText(`The value of ${label}`, value) : dateText(value);
	const compared = (limit: Moment, test: (order: number, date: Moment) => boolean) =>
		any((found) => {
			const date = readMoment(found);
			return date !== undefined && test(compareMoments(date, limit), date);
		});
	const exact = (order: number): number => {
		if (!Number.isNaN(order)) return order;
		throw new InputError(
			`In ${label}, times of one day can't be compared, because the field has no timezone`,
			'Compare with a day or with a time without a timezone, or use Is in the Last with days.',
		);
	};
	const isEqual = (found: unknown): boolean => {
		if (typeof found === 'boolean') return (found ? YES : NO).includes(searchable(wanted));
		const isTyped = typeof value === 'string' && typeof found === 'number';
		if (isTyped) checkSeparator(`The value of ${label}`, wanted.trim());
		const [a, b] = [readNumber(wanted), readNumber(found)];
		// Two long numbers, such as EANs, can be one to JavaScript.
		if (a !== undefined && b !== undefined && Math.abs(a) < 1e15) return a === b;
		const date = moment && readMoment(found);
		if (date) return exact(compareMoments(date, moment)) === 0;
		return wordsOf(found) === searchable(wanted);
	};
	const expected = (what: string) => mismatch(`The value of ${label}`, what, wanted);
	switch (kind) {
		case 'equals':
			return any(isEqual);
		case 'notEquals':
			return not(any(isEqual));
		case 'contains':
			return any((found) => wordsOf(found).includes(searchable(wanted)));
		case 'notContains':
			return not(any((found) => wordsOf(found).includes(searchable(wanted))));
		case 'after':
		case 'before': {
			if (!moment) throw expected('a date such as 2026-12-31');
			return compared(moment, (order) => (kind === 'after' ? exact(order) > 0 : exact(order) < 0));
		}
		case 'changedInLast': {
			const given = isBlank(unit) ? 'days' : unit;
			const length = UNITS[checkOneOf(`The unit of ${label}`, given, UNIT_NAMES)];
			const count = checkNumber(`The value of ${label}`, value, { minimum: 0 });
			const since = readMoment(new Date(Math.max(0, Date.now() - count * length)));
			// A minute more, as clocks differ.
			const until = readMoment(new Date(Date.now() + 60_000));
			const isSince = (order: number) =>
				(given === 'days' && Number.isNaN(order)) || exact(order) >= 0;
			return compared(since!, (order, date) => {
				return isSince(order) && !(compareMoments(date, until!) > 0);
			});
		}
		case 'greater':
		case 'less': {
			if (typeof value === 'string') checkSeparator(`The value of ${label}`, wanted.trim());
			const limit = readNumber(wanted);
			if (limit === undefined) throw expected('a number');
			return any((found) => {
				const number = readNumber(found);
				return number !== undefined && (kind === 'greater' ? number > limit : number < limit);
			});
		}
	}
}

/** The value of a field, whatever its capitals; with dots, of a field in a field. */
function valueAt(record: unknown, path: string): unknown {
	if (Array.isArray(record)) {
		const found = record.map((one) => valueAt(one, path)).filter((value) => value !== undefined);
		return found.length > 0 ? found.flat() : undefined;
	}
	if (!isObject(record)) return undefined;
	const value = readField(record, path);
	const dot = path.indexOf('.');
	if (value !== undefined || dot < 1) return value;
	return valueAt(readField(record, path.slice(0, dot)), path.slice(dot + 1));
}

/** Whether records meet conditions; it remembers which fields it has met. */
export interface Conditions {
	matches(record: IDataObject): boolean;
	/** Warns of fields that no record had. */
	warn(): void;
}

/**
 * Reads the conditions of a Get Many.
 * @param isAll whether all must be met, not any
 * @param remark adds a warning
 * @param timezone for a date and time without one
 * @returns undefined if there are none
 * @throws InputError
 */
export function readConditions(
	{ condition }: IDataObject,
	isAll: boolean,
	remark: (text: string) => void,
	timezone: string,
): Conditions | undefined {
	const rows = (isBlank(condition) ? [] : [condition].flat()).filter(isObject);
	const tests = rows.map((row, index) => {
		const place = `condition ${index + 1}`;
		if (isBlank(row.field)) {
			throw new InputError(
				`The field of ${place} is empty`,
				'Fill in Field, or remove the condition.',
			);
		}
		const field = checkText(`The field of ${place}`, row.field);
		const kind = checkOneOf(`The condition on ${field}`, row.condition ?? 'equals', KINDS);
		const test = makeTest(kind, `the condition on ${field}`, row, timezone);
		return { field, test, isKnown: false };
	});
	if (tests.length === 0) return undefined;
	/** Of the first record. */
	let fields: string[] | undefined;
	return {
		matches(record) {
			fields ??= Object.keys(record);
			const results = tests.map((one) => {
				const value = valueAt(record, one.field);
				one.isKnown ||= value !== undefined;
				return one.test(value);
			});
			return isAll ? results.every(Boolean) : results.some(Boolean);
		},
		warn() {
			for (const { field, isKnown } of tests) {
				if (isKnown || !fields) continue;
				remark(`No record has the field ${field}. The fields are: ${fields.join(', ')}`);
			}
		},
	};
}
