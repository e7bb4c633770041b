import type { IDataObject } from 'n8n-workflow';

import { InputError } from './InputError';
import { shown } from './shown';

/** Whether a value is a plain object, as JSON has it. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether nothing was filled in; a list of nothing is nothing too. */
export function isBlank(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	return value === undefined || value === null || (Array.isArray(value) && value.every(isBlank));
}

/** Whether a service can have given a value as an identifier: text or a number. */
export const isIdentifier = (value: unknown): value is string | number =>
	['string', 'number'].includes(typeof value) && !isBlank(value);

/** Whether a value can stand for text; NaN is what a calculation leaves that went wrong. */
const isTextual = (value: unknown): value is string | number | bigint =>
	['string', 'bigint'].includes(typeof value) || Number.isFinite(value);

/**
 * A text field. Numbers become text, because a spreadsheet's telephone or KvK number often is one.
 * @throws InputError for anything else, and beyond `maximum` characters
 */
export function checkText(field: string, value: unknown, maximum?: number): string {
	if (!isTextual(value)) {
		throw new InputError(`${field} must be text, but is ${shown(value)}`);
	}
	const text = String(value);
	if (maximum !== undefined && text.length > maximum) {
		throw new InputError(
			`${field} may have ${maximum} characters at most, but has ${text.length}: ${shown(text)}`,
		);
	}
	return text;
}

/** A text field that must be filled in. @throws InputError */
export function checkRequired(field: string, value: unknown, maximum?: number): string {
	if (isBlank(value)) throw new InputError(`${field} is empty`, `Fill in ${field}.`);
	return checkText(field, value, maximum).trim();
}

/**
 * A text of a certain form.
 * @param expected how the form is told to the user, e.g. `20 digits`
 * @throws InputError
 */
export function checkPattern(
	field: string,
	value: unknown,
	pattern: RegExp,
	expected: string,
): string {
	const text = checkText(field, value).trim();
	if (!pattern.test(text)) {
		throw new InputError(`${field} must be ${expected}, but is "${shown(text)}"`);
	}
	return text;
}

/** A whole number; text that holds one will do. @throws InputError */
export function checkInteger(
	field: string,
	value: unknown,
	range: { minimum: number; maximum?: number },
): number {
	const number = checkNumber(field, value, range);
	if (!Number.isInteger(number)) {
		throw new InputError(`${field} must be a whole number, but is ${shown(value)}`);
	}
	return number;
}

/** A number; text that holds one will do. @throws InputError */
export function checkNumber(
	field: string,
	value: unknown,
	{ minimum, maximum }: { minimum: number; maximum?: number },
): number {
	const number = isTextual(value) && !isBlank(value) ? Number(value) : NaN;
	const inRange = number >= minimum && number <= (maximum ?? Number.MAX_SAFE_INTEGER);
	if (!inRange) {
		const range = maximum === undefined ? `${minimum} or more` : `${minimum} to ${maximum}`;
		throw new InputError(`${field} must be a number, ${range}, but is "${shown(value)}"`);
	}
	return number;
}

/** One of a set of values. @throws InputError */
export function checkOneOf<T extends string | number>(
	field: string,
	value: unknown,
	allowed: readonly T[],
): T {
	const text = isTextual(value) || typeof value === 'boolean' ? String(value).trim() : undefined;
	const match = allowed.find((candidate) => String(candidate) === text);
	if (match === undefined) {
		throw new InputError(`${field} must be one of ${allowed.join(', ')}, but is "${shown(value)}"`);
	}
	return match;
}

/**
 * Several of a set of values.
 * @returns each once, in the order of the set
 * @throws InputError, also where none is chosen
 */
export function checkSeveralOf<T extends string | number>(
	field: string,
	value: unknown,
	allowed: readonly T[],
): T[] {
	if (isBlank(value)) throw new InputError(`${field} is empty`, 'Choose at least one.');
	const values: unknown[] = Array.isArray(value) ? value : [value];
	const chosen = values.map((one) => checkOneOf(field, one, allowed));
	return allowed.filter((candidate) => chosen.includes(candidate));
}

/**
 * A yes or no; text that an expression made counts as what it says.
 * @throws InputError
 */
export function checkBoolean(field: string, value: unknown): boolean {
	const said = typeof value === 'string' ? value.toLowerCase() : value;
	return checkOneOf(field, said, ['true', 'false']) === 'true';
}

/** Checks that an update changes something. @throws InputError */
export function checkNotEmpty<T extends object>(field: string, body: T): T {
	if (Object.keys(body).length === 0) {
		throw new InputError(`${field} is empty`, `Add at least one field under ${field}.`);
	}
	return body;
}
