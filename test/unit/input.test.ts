import { checkBoolean, checkText } from '../../nodes/shared/input/check';
import { checkDay } from '../../nodes/shared/input/date';
import { contactBody } from '../../nodes/Inboxify/actions/contact/contact.fields';
import { readTags } from '../../nodes/Inboxify/tags';

test('text of a number stays text, as a spreadsheet gives it', () => {
	expect(checkText('Phone', 612345678)).toBe('612345678');
	expect(() => checkText('Phone', null)).toThrow('Phone must be text, but is null');
	expect(() => checkText('Phone', ['1'])).toThrow('Phone must be text, but is ["1"]');
});

test('a long value is cut in the message', () => {
	expect(() => checkText('Remarks', 'x'.repeat(501), 500)).toThrow(/has 501: x{57}\.\.\.$/);
});

test('a yes or no, also as an expression gives it', () => {
	expect([true, 'false', 'TRUE'].map((value) => checkBoolean('x', value))).toEqual([
		true,
		false,
		true,
	]);
});

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

test('tags as text with commas or as an array', () => {
	expect(readTags('Merk A, Merk B,,')).toEqual(['Merk A', 'Merk B']);
	expect(readTags(['Merk, A', ' Merk B '])).toEqual(['Merk, A', 'Merk B']);
	expect(readTags([])).toEqual([]);
	expect(() => readTags([{}])).toThrow('A tag must be text');
});

test('a contact: known fields with their checks, others left out, an empty date taken off', () => {
	expect(
		contactBody({
			email: 'a@b.nl',
			customDate: '',
			countryCode: '',
			sex: '2',
			bounced: true,
			city: undefined,
		}),
	).toEqual({ email: 'a@b.nl', customDate: null, countryCode: '', sex: 2 });
});
