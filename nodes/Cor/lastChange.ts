import { isObject } from '../shared/request/answer';

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * Reads the date and time out of the answer of `laatsteWijziging`, whose shape is not documented:
 * the first text in it that is a date with a time.
 * @returns milliseconds since 1970, or undefined where there is none
 */
export function lastChangeOf(body: unknown): number | undefined {
	if (typeof body === 'string') {
		const time = DATE_TIME.test(body) ? Date.parse(body) : NaN;
		return Number.isNaN(time) ? undefined : time;
	}
	const values: unknown[] = isObject(body) ? Object.values(body) : Array.isArray(body) ? body : [];
	for (const value of values) {
		const time = lastChangeOf(value);
		if (time !== undefined) return time;
	}
	return undefined;
}
