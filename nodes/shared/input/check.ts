import { InputError } from './InputError';

/** Whether nothing was filled in. */
export const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || String(value).trim() === '';

/** Text as a user would recognise it, cut where it is long. */
const shown = (value: unknown): string => {
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

/**
 * A text field. Numbers become text, because a spreadsheet's telephone or KvK number often is one.
 * @throws InputError for anything else, and beyond `maximum` characters
 */
export function checkText(field: string, value: unknown, maximum?: number): string {
	if (!['string', 'number', 'bigint'].includes(typeof value)) {
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
	const number = isBlank(value) || typeof value === 'boolean' ? NaN : Number(value);
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
	const match = allowed.find((candidate) => String(candidate) === String(value).trim());
	if (match === undefined) {
		throw new InputError(`${field} must be one of ${allowed.join(', ')}, but is "${shown(value)}"`);
	}
	return match;
}

/**
 * A yes or no; n8n gives text where an expression made one.
 * @throws InputError
 */
export function checkBoolean(field: string, value: unknown): boolean {
	return checkOneOf(field, String(value).toLowerCase(), ['true', 'false']) === 'true';
}
