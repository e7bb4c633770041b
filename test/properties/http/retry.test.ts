import { readRetryAfter } from '../../../nodes/shared/http/retry';
import { anyText, fc } from '../cases';

/** A date in the oldest form of HTTP, e.g. `Sun Nov  6 08:49:37 1994`. */
const asctime = (date: string): string =>
	date.replace(
		/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/,
		(_, name: string, day: string, month: string, year: string, time: string) =>
			`${name} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`,
	);

const WEEK = 7 * 86_400_000;

test('Retry-After: whatever it says, no pause or one of at most a week', () => {
	const header = fc.oneof(
		anyText,
		fc.constant(undefined),
		fc.integer().map(String),
		fc.double().map(String),
		fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
		fc.array(fc.string(), { maxLength: 3 }),
	);
	fc.assert(
		fc.property(header, (value) => {
			const pause = readRetryAfter(value);
			if (pause === undefined) return;
			expect(pause).toBeGreaterThanOrEqual(0);
			expect(pause).toBeLessThanOrEqual(WEEK);
			expect(Number.isInteger(pause)).toBe(true);
		}),
	);
});

test('Retry-After: seconds, and the same moment as a date, are the same pause', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: WEEK / 1000 }), fc.nat(4e9), (seconds, since) => {
			const now = since * 1000;
			const sent = new Date(now).toUTCString();
			expect(readRetryAfter(String(seconds), sent)).toBe(seconds * 1000);
			const date = new Date(now + seconds * 1000).toUTCString();
			expect(readRetryAfter(date, sent)).toBe(seconds * 1000);
			expect(readRetryAfter(asctime(date), asctime(sent))).toBe(seconds * 1000);
		}),
	);
});
