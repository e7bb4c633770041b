import fc from 'fast-check';

import { InputError } from '../../nodes/shared/input/InputError';

/** Cases that each property is tried with. */
const CASES = Number(process.env.PROPERTIES_CASES ?? 1_000);

/** A failure prints its seed; PROPERTIES_SEED tries the same cases again. */
const seed = process.env.PROPERTIES_SEED;

// A busy machine needs its time.
jest.setTimeout(120_000);

fc.configureGlobal({ numRuns: CASES, ...(seed !== undefined && { seed: Number(seed) }) });

/** Fewer cases of a property whose cases take long. */
export const fewer = (divisor: number) => ({ numRuns: Math.ceil(CASES / divisor) });

/** Any value that an expression of n8n can give, odd ones included. */
export const anyValue = fc.anything({
	withBigInt: true,
	withBoxedValues: true,
	withDate: true,
	withMap: true,
	withNullPrototype: true,
	withObjectString: true,
	withSet: true,
	withSparseArray: true,
	withUnicodeString: true,
	key: fc.oneof(
		fc.string(),
		fc.constantFrom('__proto__', 'constructor', 'toString', 'valueOf', 'toJSON', 'length'),
	),
	maxDepth: 2,
});

/** Any text, also such as no file or keyboard holds. */
export const anyText = fc.string({ unit: 'binary', maxLength: 40 });

/** Text with halves of characters, which can't be encoded for an address. */
export const brokenText = fc
	.tuple(anyText, fc.integer({ min: 0xd800, max: 0xdfff }), anyText)
	.map(([before, half, after]) => `${before}${String.fromCharCode(half)}${after}`);

/** What a call gives or throws. */
export function outcomeOf<T>(call: () => T): { value: T } | { error: unknown } {
	try {
		return { value: call() };
	} catch (error) {
		return { error };
	}
}

/** What is wrong with an input is said in words, and briefly. */
export function expectInputError(error: unknown): void {
	expect(error).toBeInstanceOf(InputError);
	const { message } = error as InputError;
	expect(message).not.toContain('[object ');
	expect(message.length).toBeLessThan(300);
}

export { fc };
