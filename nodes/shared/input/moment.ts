import { checkDateTime, dateText, dutchDay, exists, readInstant } from './date';
import { identifying } from './text';

/** A day, perhaps with a time of day; of an instant it is the day in the Netherlands. */
export interface Moment {
	/** `yyyy-mm-dd`. */
	day: string;
	/** Milliseconds since 1970. */
	time?: number;
	/** A time without a zone: what `time` would be in UTC. */
	local?: number;
}

const DAY = 24 * 3_600_000;

/** Day first, as the Dutch write it, or year first; with a time that has no zone. */
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const YEAR_FIRST = /^\d{4}-\d{2}-\d{2}$/;
const WITH_TIME = /^(.+?)(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?$/;

/**
 * Reads a date as services and people write it.
 * @param timezone for a time without one; where it is not known, midnight counts as the day
 * @returns undefined for anything else
 */
export function readMoment(value: unknown, timezone?: string): Moment | undefined {
	const text = ['string', 'object'].includes(typeof value) ? identifying(dateText(value)) : '';
	const time = readInstant(text);
	if (time !== undefined) return { day: dutchDay(time), time };
	const [, written = '', clock] = WITH_TIME.exec(text) ?? [];
	const [, date, month, year] = DAY_FIRST.exec(written) ?? [];
	const day = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : written;
	if (!YEAR_FIRST.test(day) || !exists(day)) return undefined;
	const local = Date.parse(`${day}T${clock ?? '00:00'}Z`);
	if (Number.isNaN(local)) return undefined;
	if (!clock || (timezone === undefined && local % DAY === 0)) return { day };
	return timezone === undefined
		? { day, local }
		: { day, local, time: checkDateTime('The date', `${day}T${clock}`, timezone) };
}

/**
 * Negative if `a` is before `b`, 0 if they are the same; as days, unless both have a time. NaN for two
 * times of one day if only one has a zone.
 */
export function compareMoments(a: Moment, b: Moment): number {
	if (a.time !== undefined && b.time !== undefined) return a.time - b.time;
	if (a.local !== undefined && b.local !== undefined) return a.local - b.local;
	if (a.day !== b.day) return a.day < b.day ? -1 : 1;
	return [a, b].every(({ time, local }) => (time ?? local) !== undefined) ? NaN : 0;
}
