import { dutchDay, readInstant } from '../shared/input/date';

/** The fields of an organisation that are dates. */
export const DATES = ['afgifteDatum', 'laatstAangepastDatum', 'intrekDatum'];

/**
 * Reads a date with a time of the register. One without a zone is taken as UTC: of all readings in
 * question that is the latest, so a change is never taken for an older one.
 * @returns milliseconds since 1970; undefined for anything else
 */
export function readTime(value: unknown): number | undefined {
	return typeof value === 'string' ? readInstant(value, 'Z') : undefined;
}

/**
 * The Dutch day of a date of the register. Some have a time of day, others are a day: a Dutch
 * midnight, 22:00 or 23:00 UTC of the day before.
 * @returns `yyyy-mm-dd`; undefined where it can't be read
 */
export function readDay(value: unknown): string | undefined {
	const time = readTime(value);
	if (time !== undefined) return dutchDay(time);
	const day = typeof value === 'string' ? value.trim() : '';
	return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

const HOUR = 3_600_000;

/**
 * The midnight at which the Dutch day of a date begins, as the register writes a day.
 * @returns e.g. `2016-05-26T22:00:00Z`; undefined where it can't be read
 */
export function readMidnight(value: unknown): string | undefined {
	const day = readDay(value);
	if (day === undefined) return undefined;
	const inSummer = Date.parse(day) - 2 * HOUR;
	const midnight = dutchDay(inSummer) === day ? inSummer : inSummer + HOUR;
	return new Date(midnight).toISOString().replace('.000', '');
}
