import { readPairs } from '../../../nodes/Corlega/actions/record/pairs';

const read = (pairs: unknown, emptyValues: 'ignore' | 'clear' = 'ignore') =>
	readPairs('Body Fields', 'field', pairs, emptyValues);

test.each([undefined, null, [], [null, undefined], {}])('%j holds no pair', (pairs) => {
	expect(read(pairs)).toEqual({});
	expect(read(pairs, 'clear')).toEqual({});
});

test.each(['x', 1, true, ['x'], [[1]]])('%j is not a list of pairs', (pairs) => {
	expect(() => read(pairs)).toThrow('Body Fields must be a list of names and values');
});

test('one pair alone is a list of one', () => {
	expect(read({ name: 'a', value: 1 })).toEqual({ a: 1 });
});

test('null is left out, and empty text unless it clears', () => {
	const pairs = [
		{ name: 'a', value: null },
		{ name: 'b' },
		{ name: 'c', value: ' ' },
		{ name: 'd', value: [] },
		{ name: 'e', value: 0 },
		{ name: 'f', value: false },
		{ name: null, value: '' },
	];
	expect(read(pairs)).toEqual({ d: [], e: 0, f: false });
	expect(read(pairs, 'clear')).toEqual({ c: '', d: [], e: 0, f: false });
});

test('a field that is left out does not block another with its name', () => {
	expect(
		read([
			{ name: 'a', value: '' },
			{ name: 'a', value: 'x' },
		]),
	).toEqual({ a: 'x' });
});

test.each([NaN, Infinity, () => 1, Symbol('x')])('%p can not be sent', (value) => {
	expect(() => read([{ name: 'total', value }])).toThrow(`The value of "total" can't be sent`);
});

test('any name is a name', () => {
	const read2 = read([
		{ name: '__proto__', value: 1 },
		{ name: 'constructor', value: 2 },
		{ name: 7, value: 3n },
	]);
	expect(JSON.stringify(read2)).toBe('{"7":"3","__proto__":1,"constructor":2}');
	expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
