import { checkLastChange, lastChangeOf } from '../../../nodes/Cor/lastChange';
import { readDay, readTime } from '../../../nodes/Cor/registerTime';
import { answerOf } from '../answer';

const WHEN = '2026-11-01T10:00:00Z';
const time = Date.parse(WHEN);

test.each<[string, unknown]>([
	['text', WHEN],
	['text with white space', ` ${WHEN}\n`],
	['JSON text that stayed text', `"${WHEN}"`],
	['a field', { laatsteWijziging: WHEN }],
	['a field of another name', { datumTijd: WHEN }],
	['a field beside links', { _links: { self: { href: '2020-01-01T00:00:00Z' } }, datum: WHEN }],
	['an object in an object', { laatsteWijziging: { datumTijd: WHEN } }],
	['a list', [WHEN]],
	[
		'the field that speaks of a change, of several',
		{ nu: '2026-12-01T00:00:00Z', wijziging: WHEN },
	],
	['an offset', { laatsteWijziging: '2026-11-01T11:00:00+01:00' }],
	['an offset without a colon', { laatsteWijziging: '2026-11-01T11:00:00.000+0100' }],
	['an offset in hours', { laatsteWijziging: '2026-11-01T11:00+01' }],
	['a space instead of the T', '2026-11-01 10:00:00Z'],
	['a fraction with a comma', '2026-11-01T10:00:00,000Z'],
	['the name of a zone behind it', '2026-11-01T11:00:00+01:00[Europe/Amsterdam]'],
	['no zone', '2026-11-01T10:00:00'],
])('the last change as %s', (_, body) => {
	expect(lastChangeOf(body)).toBe(time);
	expect(checkLastChange(answerOf(body))).toBe(time);
});

/** An object so deep that looking through it would never end. */
const deep = () => {
	const top: Record<string, unknown> = {};
	top.self = top;
	return top;
};

test.each<[string, unknown]>([
	['nothing', undefined],
	['null', null],
	['empty text', ''],
	['an HTML page', '<!doctype html><title>2026-11-01T10:00:00Z</title>'],
	['text that goes on', `${WHEN} was de laatste`],
	['broken JSON', `{"laatsteWijziging":"${WHEN}`],
	['an empty object', {}],
	['links alone', { _links: { self: { href: WHEN } } }],
	['a day', { laatsteWijziging: '2026-11-01' }],
	['no date', { laatsteWijziging: 'onbekend' }],
	['a date that is none', { laatsteWijziging: '2026-13-01T10:00:00Z' }],
	['a number', { laatsteWijziging: 1_793_527_200 }],
	['an error with status 200', { timestamp: WHEN, status: 500, error: 'Internal Server Error' }],
	['a circle', deep()],
])('%s is no last change, and an error', (_, body) => {
	expect(lastChangeOf(body)).toBeUndefined();
	expect(() => checkLastChange(answerOf(body))).toThrow(
		/^COR returned an unexpected response instead of the date and time of its last change \(HTTP 200/,
	);
});

test.each<[unknown, string | undefined]>([
	['2016-05-26T22:00:00Z', '2016-05-27'],
	['2016-05-26T21:59:59Z', '2016-05-26'],
	['2014-12-29T23:00:00Z', '2014-12-30'],
	['2014-12-29T22:59:59.999Z', '2014-12-29'],
	['2016-05-27T00:00:00+02:00', '2016-05-27'],
	['2016-05-27', '2016-05-27'],
	// Without a zone UTC is the latest reading: never a day too early.
	['2016-05-27T00:00:00', '2016-05-27'],
	['2016-05-26T22:00:00', '2016-05-27'],
	['2016-13-27', undefined],
	['27-05-2016', undefined],
	['', undefined],
	[null, undefined],
	[undefined, undefined],
	[1_464_300_000_000, undefined],
	[['2016-05-27'], undefined],
])('%s is on the Dutch day %s', (date, day) => expect(readDay(date)).toBe(day));

test('a time is read in UTC whatever the zone of this process', () => {
	expect(readTime('2016-05-26T22:00:00')).toBe(Date.parse('2016-05-26T22:00:00Z'));
});
