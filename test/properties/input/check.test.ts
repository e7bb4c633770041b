import {
	checkBoolean,
	checkInteger,
	checkNumber,
	checkOneOf,
	checkPattern,
	checkRequired,
	checkText,
	isBlank,
} from '../../../nodes/shared/input/check';
import { freeText, identifying, searchable } from '../../../nodes/shared/input/text';
import { anyText, anyValue, brokenText, expectInputError, fc, outcomeOf } from '../cases';

/** Values that are more often near the right ones. */
const someValue = fc.oneof(
	anyValue,
	anyText,
	brokenText,
	fc.double(),
	fc.integer(),
	fc.boolean(),
	fc.constantFrom('true', 'FALSE', ' a ', 'b', '1e3', '0x10', ' 7 ', 'NaN', '12345678'),
);

const isTextual = (value: unknown): value is string | number | bigint =>
	['string', 'bigint'].includes(typeof value) || Number.isFinite(value);

/** Each check, and the values that it may give for an input. */
const CHECKS: Array<[string, (value: unknown) => unknown, (value: unknown) => unknown[]]> = [
	['text', (value) => checkText('F', value, 100), (value) => [freeText(String(value))]],
	[
		'a required text',
		(value) => checkRequired('F', value, 100),
		(value) => [freeText(String(value))],
	],
	[
		'a text of a form',
		(value) => checkPattern('F', value, /^\d{8}$/, '8 digits'),
		(value) => [identifying(String(value))],
	],
	[
		'a number',
		(value) => checkNumber('F', value, { minimum: -50 }),
		(value) => [typeof value === 'string' ? Number(identifying(value)) : Number(value)],
	],
	[
		'a whole number',
		(value) => checkInteger('F', value, { minimum: 1, maximum: 5_000 }),
		(value) => [Number(identifying(String(value)))].filter(Number.isInteger),
	],
	[
		'one of a set',
		(value) => checkOneOf('F', value, ['a', 'b', 7]),
		(value) => (/^7(\.0+)?$/.test(identifying(String(value))) ? [7] : [identifying(String(value))]),
	],
	[
		'a yes or no',
		(value) => checkBoolean('F', value),
		(value) => [/^(true|1|1\.0+|yes|y|ja|j|waar|t|on|aan)$/.test(searchable(String(value)))],
	],
];

test.each(CHECKS)('%s: of any value an InputError in words, or what it says', (_, check, right) => {
	fc.assert(
		fc.property(someValue, (value) => {
			const outcome = outcomeOf(() => check(value));
			if ('error' in outcome) return expectInputError(outcome.error);
			expect(typeof value === 'boolean' || isTextual(value)).toBe(true);
			expect(right(value)).toContainEqual(outcome.value);
		}),
	);
});

test('any value is either blank or not', () => {
	fc.assert(
		fc.property(anyValue, (value) => {
			const isEmptyText = typeof value === 'string' && identifying(value) === '';
			if (value === undefined || value === null || isEmptyText) expect(isBlank(value)).toBe(true);
			else if (isTextual(value) || typeof value === 'boolean') expect(isBlank(value)).toBe(false);
			else expect([true, false]).toContain(isBlank(value));
		}),
	);
});
