import {
	checkBoolean,
	checkInteger,
	checkNumber,
	checkSeveralOf,
	checkSoundBody,
	checkText,
} from '../../../nodes/shared/input/check';

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

test('several of a set: each once, in the order of the set', () => {
	expect(checkSeveralOf('Events', ['c', 'a', 'c'], ['a', 'b', 'c'])).toEqual(['a', 'c']);
	expect(checkSeveralOf('Events', 'b', ['a', 'b'])).toEqual(['b']);
	for (const nothing of [[], null, undefined, '']) {
		expect(() => checkSeveralOf('Events', nothing, ['a'])).toThrow('Events is empty');
	}
	expect(() => checkSeveralOf('Events', ['a', 'd'], ['a', 'b'])).toThrow(
		'Events must be one of a, b, but is "d"',
	);
});

test.each([NaN, -Infinity, new Date('x'), { toJSON: () => null }])(
	'what JSON makes null of, such as %s, is not sent',
	(amount) => {
		const body = { lines: [{ amount: 1 }, { amount }] };
		expect(() => checkSoundBody('the body', body)).toThrow(/^amount can't be sent: it is /);
	},
);

test('dates, null and numbers are sent', () => {
	const body = { a: new Date(0), b: { toJSON: () => 'x' }, c: null, d: [1.5, undefined], e: {} };
	expect(() => checkSoundBody('the body', body)).not.toThrow();
});

test('a number whose dot can be between thousands is refused, where both can be meant', () => {
	const limit = (value: unknown) => checkInteger('Limit', value, { minimum: 1 });
	expect(() => limit('1.000')).toThrow('Limit is "1.000", which can be 1000 or 1');
	expect(() => limit('\u00a01.000')).toThrow('Limit is "1.000"');
	expect([limit('1.0'), limit('1000.000'), limit(1)]).toEqual([1, 1000, 1]);
	const vat = { minimum: 0, maximum: 100 };
	expect(checkNumber('VAT', '21.000', vat)).toBe(21);
	expect(checkNumber('VAT', '0.125', vat)).toBe(0.125);
});

test('a number that is no text has no dot that can be meant otherwise', () => {
	expect(checkNumber('Full Scan Interval', 1.125, { minimum: 0, maximum: 1440 })).toBe(1.125);
	expect(() => checkNumber('Interval', '1.125', { minimum: 0, maximum: 1440 })).toThrow('1125');
});
