import { checkDay, checkDutchDay, dutchDay } from '../../../nodes/shared/input/date';

test.each([
	['2026-12-31', '2026-12-31'],
	['2026-12-31T23:59:59.000+01:00', '2026-12-31'],
	['2024-02-29', '2024-02-29'],
	[new Date('2026-12-31T12:00:00Z'), '2026-12-31'],
])('the day %s', (value, day) => expect(checkDay('Date', value)).toBe(day));

test.each(['', '2025-02-29', '2026-13-01', '20261231', '31-12-2026', new Date(NaN), null])(
	'%s is no day',
	(value) => expect(() => checkDay('Date', value)).toThrow(/^Date must be a date/),
);

test.each([
	// Winter time ends on 29 March 2026, summer time on 25 October.
	['2026-03-28T22:59:59Z', '2026-03-28'],
	['2026-03-28T23:00:00Z', '2026-03-29'],
	['2026-03-29T21:59:59Z', '2026-03-29'],
	['2026-03-29T22:00:00Z', '2026-03-30'],
	['2026-10-24T21:59:59Z', '2026-10-24'],
	['2026-10-24T22:00:00Z', '2026-10-25'],
	['2026-10-25T22:59:59Z', '2026-10-25'],
	['2026-10-25T23:00:00Z', '2026-10-26'],
	['2026-12-31T23:00:00Z', '2027-01-01'],
	['0099-06-01T12:00:00Z', '0099-06-01'],
])('%s is on the Dutch day %s', (time, day) => expect(dutchDay(Date.parse(time))).toBe(day));

test.each([
	['2026-11-01', 'Asia/Tokyo', '2026-11-01'],
	['2026-11-01', 'America/New_York', '2026-11-01'],
	['2026-11-01T00:00:00', 'Europe/Amsterdam', '2026-11-01'],
	['2026-11-01T20:00:00', 'America/New_York', '2026-11-02'],
	['2026-11-01T22:30:00Z', 'America/New_York', '2026-11-01'],
	['2026-11-01T23:30:00Z', 'America/New_York', '2026-11-02'],
	[new Date('2026-11-01T23:30:00Z'), 'America/New_York', '2026-11-02'],
])('%s in %s means the Dutch day %s', (value, timezone, day) => {
	expect(checkDutchDay('Since', value, timezone)).toBe(day);
});

test.each(['2025-02-29', '2026-02-30T23:00:00Z', '', null, undefined, '1-11-2026', 20261101])(
	'%s is no Dutch day',
	(value) => expect(() => checkDutchDay('Since', value, 'UTC')).toThrow(/^Since must be a date/),
);
