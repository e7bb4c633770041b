import { tryToParseDateTime } from 'n8n-workflow';

import { InputError } from './InputError';

/** A JavaScript date, also one from the place where n8n evaluates expressions. */
const isDate = (value: unknown): value is Date =>
	Object.prototype.toString.call(value) === '[object Date]';

/** Text of a date: a JavaScript one, or Luxon's, as n8n's `$now` gives it. */
function toText(value: unknown): string {
	const text = String(value ?? '').trim();
	return isDate(value) && text !== 'Invalid Date' ? value.toISOString() : text;
}

/** Whether a year-month-day exists in the calendar. */
function exists(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/**
 * A day. Of a date with a time the day as written is taken, whatever its time zone.
 * @returns `yyyy-mm-dd`
 * @throws InputError
 */
export function checkDay(field: string, value: unknown): string {
	const text = toText(value);
	const day = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text)?.[1];
	if (day === undefined || !exists(day)) {
		throw new InputError(`${field} must be a date like 2026-12-31 (yyyy-mm-dd), but is "${text}"`);
	}
	return day;
}

function parseDateTime(text: string, timezone: string): number | undefined {
	try {
		return tryToParseDateTime(text, timezone).toMillis();
	} catch {
		return undefined;
	}
}

/**
 * A date with a time.
 * @param timezone of n8n, for a date and time without one
 * @returns milliseconds since 1970
 * @throws InputError
 */
export function checkDateTime(field: string, value: unknown, timezone: string): number {
	const text = toText(value);
	const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? parseDateTime(text, timezone) : undefined;
	if (time === undefined) {
		throw new InputError(
			`${field} must be a date and time like 2026-12-31T09:00:00Z, but is "${text}"`,
		);
	}
	return time;
}
