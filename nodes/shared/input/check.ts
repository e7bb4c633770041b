import type { IDataObject } from 'n8n-workflow';

import { InputError, mismatch, shown } from './InputError';
import { flawOf, freeText, identifying, searchable } from './text';

/** Whether a value is a plain object, as JSON has it. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether nothing was filled in; a list of nothing is nothing too. */
export function isBlank(value: unknown): boolean {
	if (typeof value === 'string') return !/[\x21-\x7e]/.test(value) && identifying(value) === '';
	return value === undefined || value === null || (Array.isArray(value) && value.every(isBlank));
}

/** Whether a service can have given a value as an identifier: text or a number. */
export const isIdentifier = (value: unknown): value is string | number =>
	['string', 'number'].includes(typeof value) && !isBlank(value);

/** Whether a value can be read as text; NaN is what a calculation leaves that went wrong. */
const isTextual = (value: unknown): value is string | number | bigint =>
	['string', 'bigint'].includes(typeof value) || Number.isFinite(value);

/** Checks that text can be sent as it is. @throws InputError */
function checkSound(field: string, text: string): void {
	const flaw = flawOf(text);
	if (flaw === undefined) return;
	throw new InputError(
		`${field} holds ${flaw}, which can't be sent: ${JSON.stringify(shown(text))}`,
		'Correct the value at its source, where its text may have been cut.',
	);
}

/** Checks that a number has its digits still, which it loses beyond 2^53. @throws InputError */
function checkExact(field: string, value: unknown): void {
	if (typeof value === 'bigint' || !Number.isInteger(value) || Number.isSafeInteger(value)) return;
	throw new InputError(
		`${field} came as the number ${String(value)}, which is too large to be exact`,
		'Make it text at its source: a number this large has lost digits.',
	);
}

/** Whether JSON turns a value into null, which clears a field: NaN, or a date that there is not. */
const isLost = (value: unknown): boolean =>
	typeof value === 'number'
		? !Number.isFinite(value)
		: isObject(value) && 'toJSON' in value && JSON.stringify(value) === 'null';

/**
 * Checks all text and numbers in a body, names of fields too, however deep.
 * @param field as the user knows it
 * @throws InputError that names the field with the first flaw
 */
export function checkSoundBody(field: string, value: unknown): void {
	if (typeof value === 'string') return checkSound(field, value);
	checkExact(field, value);
	if (isLost(value)) throw new InputError(`${field} can't be sent: it is ${String(value)}`);
	if (typeof value !== 'object' || value === null) return;
	for (const [name, part] of Object.entries(value)) {
		checkSound(`The name of a field in ${field}`, name);
		checkSoundBody(Array.isArray(value) ? field : name, part);
	}
}

/**
 * A text field, without white space around it. Numbers become text, because a spreadsheet's
 * telephone or KvK number often is one.
 * @throws InputError for anything else, beyond `maximum` characters, and for half characters
 */
export function checkText(field: string, value: unknown, maximum?: number): string {
	if (!isTextual(value)) {
		throw new InputError(`${field} must be text, but is ${shown(value)}`);
	}
	checkExact(field, value);
	checkSound(field, String(value));
	const text = freeText(String(value));
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
	return checkText(field, value, maximum);
}

/**
 * A text of a certain form.
 * @param expected how the error names the form, e.g. `20 digits`
 * @throws InputError
 */
export function checkPattern(
	field: string,
	value: unknown,
	pattern: RegExp,
	expected: string,
): string {
	const text = identifying(checkText(field, value));
	if (!pattern.test(text)) throw mismatch(field, expected, text);
	return text;
}

/** A whole number, or text that holds one. @throws InputError */
export function checkInteger(
	field: string,
	value: unknown,
	range: { minimum: number; maximum?: number },
): number {
	const number = checkNumber(field, value, range);
	if (Number.isInteger(number)) return number;
	throw new InputError(`${field} must be a whole number, but is ${shown(value)}`);
}

/** Checks that a dot or comma in text can't be meant between thousands, as in 1.250. @throws InputError */
export function checkSeparator(field: string, text: string): void {
	if (!/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return;
	const whole = text.replace(/[.,]/, '');
	throw new InputError(
		`${field} is "${text}", which can be ${whole} or ${Number(text.replace(',', '.'))}`,
		`Write ${whole} or ${text}0, whichever is meant.`,
	);
}

/** A number, or text that holds one. @throws InputError */
export function checkNumber(
	field: string,
	value: unknown,
	{ minimum, maximum }: { minimum: number; maximum?: number },
): number {
	const said = typeof value === 'string' ? identifying(value) : value;
	const number = isTextual(said) && !isBlank(said) ? Number(said) : NaN;
	if (!(number >= minimum && number <= (maximum ?? Number.MAX_SAFE_INTEGER))) {
		const range = maximum === undefined ? `${minimum} or more` : `${minimum} to ${maximum}`;
		throw mismatch(field, `a number, ${range}`, value);
	}
	const canBeThousands = typeof said === 'string' && number * 1000 <= (maximum ?? Infinity);
	if (canBeThousands) checkSeparator(field, said);
	return number;
}

/** One of a set of values. @param advice what they mean @throws InputError */
export function checkOneOf<T extends string | number>(
	field: string,
	value: unknown,
	allowed: readonly T[],
	advice?: string,
): T {
	const isOne = isTextual(value) || typeof value === 'boolean';
	// A spreadsheet or a database may give a whole number decimals.
	const text = isOne ? identifying(String(value)) : '';
	const texts = [text, text.replace(/^(\d+)\.0+$/, '$1')];
	const match = allowed.find((candidate) => texts.includes(String(candidate)));
	if (match === undefined) throw mismatch(field, `one of ${allowed.join(', ')}`, value, advice);
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

/** What people, spreadsheets and databases write for yes and for no. */
export const YES = ['true', '1', 'yes', 'y', 'ja', 'j', 'waar', 't', 'on', 'aan'];
export const NO = ['false', '0', 'no', 'n', 'nee', 'onwaar', 'f', 'off', 'uit'];

/**
 * A yes or no, as people, spreadsheets, databases and expressions give it.
 * @throws InputError
 */
export function checkBoolean(field: string, value: unknown): boolean {
	const isOne = isTextual(value) || typeof value === 'boolean';
	const word = isOne ? searchable(String(value)).replace(/^([01])\.0+$/, '$1') : '';
	if (YES.includes(word)) return true;
	if (NO.includes(word)) return false;
	const advice = 'Yes and no, ja and nee, and 1 and 0 are understood too.';
	throw mismatch(field, 'one of true, false', value, advice);
}
