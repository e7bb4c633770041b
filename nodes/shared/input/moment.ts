import { dateText, dutchDay, exists, readInstant } from './date';
import { identifying } from './text';

/** A day, or an instant and the day that it is in the Netherlands. */
export interface Moment {
	/** `yyyy-mm-dd`. */
	day: string;
	/** Milliseconds since 1970. */
	time?: number;
}

/** Day first, as the Dutch write it, or year first; with a time that has no zone. */
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const YEAR_FIRST = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

/** Reads a date as services and people write it; undefined for anything else. */
export function readMoment(value: unknown): Moment | undefined {
	const text = ['string', 'object'].includes(typeof value) ? identifying(dateText(value)) : '';
	const time = readInstant(text);
	if (time !== undefined) return { day: dutchDay(time), time };
	const [, date, month, year] = DAY_FIRST.exec(text) ?? [];
	const day = year
		? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
		: YEAR_FIRST.exec(text)?.[1];
	return day !== undefined && exists(day) ? { day } : undefined;
}

/** Negative if `a` is before `b`, 0 if they are the same; as days, unless both are instants. */
export function compareMoments(a: Moment, b: Moment): number {
	if (a.time !== undefined && b.time !== undefined) return a.time - b.time;
	return a.day === b.day ? 0 : a.day < b.day ? -1 : 1;
}
