import { tryToParseDateTime } from 'n8n-workflow';

import { mismatch } from './InputError';
import { identifying } from './text';

/** A date of Luxon, as n8n's `$now` gives it. */
const isLuxon = (value: object): value is { toISO(): unknown } =>
	'toISO' in value && typeof value.toISO === 'function';

/** Text of a date: a JavaScript one, also from where n8n evaluates expressions, or Luxon's. */
export function dateText(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value ?? '').trim();
	try {
		return isLuxon(value) ? String(value.toISO()) : Date.prototype.toISOString.call(value);
	} catch {
		return '';
	}
}

/** Whether a year-month-day exists in the calendar. */
export function exists(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/**
 * A date with a time (ISO 8601), perhaps with a space instead of the T, without a zone, or with the
 * name of one behind it, as Java writes it.
 */
const DATE_TIME =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/+-]+\])?$/i;

/** A JavaScript date that became text, e.g. `Thu Dec 31 2026 00:00:00 GMT+0100 (CET)`. */
const JAVASCRIPT = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}/;

/** Minutes may be left out of an offset in ISO 8601; JavaScript wants them. */
const zoneOf = (zone: string): string =>
	/^[a-z]/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;

/**
 * Reads a date with a time.
 * @param zone that holds where none is given, e.g. `Z`; without it such a date is not read
 * @returns milliseconds since 1970; undefined for anything else
 */
export function readInstant(value: string, zone = ''): number | undefined {
	const text = value.trim();
	const [, day, time, given = zone] = DATE_TIME.exec(text) ?? [];
	const isIso = day !== undefined && exists(day) && given !== '';
	if (!isIso && !JAVASCRIPT.test(text)) return undefined;
	const read = Date.parse(isIso ? `${day}T${time.replace(',', '.')}${zoneOf(given)}` : text);
	return Number.isNaN(read) ? undefined : read;
}

/**
 * A day: a plain date as it is written, an instant as the day that it is in the Netherlands. Of a
 * date with a time but without a zone the day as it is written is taken.
 * @returns `yyyy-mm-dd`
 * @throws InputError
 */
export function checkDay(field: string, value: unknown): string {
	const text = identifying(dateText(value));
	const instant = readInstant(text);
	const day =
		instant === undefined ? /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text)?.[1] : dutchDay(instant);
	if (day === undefined || !exists(day)) {
		throw mismatch(field, 'a date like 2026-12-31 (yyyy-mm-dd)', value);
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
	const text = identifying(dateText(value));
	const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
	const isDate = day !== undefined && exists(day);
	const time = readInstant(text) ?? (isDate ? parseDateTime(text, timezone) : undefined);
	if (time === undefined) {
		throw mismatch(field, 'a date and time like 2026-12-31T09:00:00Z', value);
	}
	return time;
}

const DUTCH_CALENDAR = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Amsterdam',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
});

/**
 * The day that it is in the Netherlands.
 * @param time milliseconds since 1970
 * @returns `yyyy-mm-dd`
 */
export function dutchDay(time: number): string {
	const part = Object.fromEntries(
		DUTCH_CALENDAR.formatToParts(time).map(({ type, value }) => [type, value]),
	);
	return `${part.year.padStart(4, '0')}-${part.month}-${part.day}`;
}

/**
 * A day in the Netherlands: as written, or the one on which a date with a time is there.
 * @param timezone of n8n, for a date and time without one
 * @returns `yyyy-mm-dd`
 * @throws InputError
 */
export function checkDutchDay(field: string, value: unknown, timezone: string): string {
	const text = identifying(dateText(value));
	if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return checkDay(field, text);
	return dutchDay(checkDateTime(field, value, timezone));
}
