import { dutchDay } from '../shared/input/date';

/**
 * A date with a time (ISO 8601), perhaps with a space instead of the T, without a zone, or with the
 * name of one behind it, as Java writes it.
 */
const DATE_TIME =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/+-]+\])?$/i;

/** Minutes may be left out of an offset in ISO 8601; JavaScript wants them. */
const zoneOf = (zone = 'Z'): string =>
	/^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;

/**
 * Reads a date with a time of the register. One without a zone is taken as UTC: of all readings in
 * question that is the latest, so a change is never taken for an older one.
 * @returns milliseconds since 1970; undefined for anything else
 */
export function readTime(value: unknown): number | undefined {
	const match = typeof value === 'string' ? DATE_TIME.exec(value.trim()) : null;
	if (!match) return undefined;
	const [, day, time, zone] = match;
	const read = Date.parse(`${day}T${time.replace(',', '.')}${zoneOf(zone)}`);
	return Number.isNaN(read) ? undefined : read;
}

/**
 * The Dutch day of a date of the register. There all of them are Dutch midnights, 22:00 or 23:00 UTC
 * of the day before.
 * @returns `yyyy-mm-dd`; undefined where it can't be read
 */
export function readDay(value: unknown): string | undefined {
	const time = readTime(value);
	if (time !== undefined) return dutchDay(time);
	const day = typeof value === 'string' ? value.trim() : '';
	return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
}
