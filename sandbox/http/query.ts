import { Refusal } from './exchange';

type Query = Record<string, string>;

/** A whole number, refused with 400 outside its bounds; `absent` is the default. */
export function wholeNumber(
	query: Query,
	name: string,
	bounds: { absent: number; min: number; max?: number },
): number {
	const text = query[name];
	if (text === undefined) return bounds.absent;
	const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
	if (value >= bounds.min && value <= (bounds.max ?? Infinity)) return value;
	const { min, max } = bounds;
	const range = max === undefined ? `at least ${min}` : `${min} to ${max}`;
	throw new Refusal(400, `${name} must be a whole number, ${range}.`);
}

/** One of these words, in the same letter case; 400 for another. */
export function word<Word extends string>(
	query: Query,
	name: string,
	words: readonly Word[],
): Word | undefined {
	const text = query[name];
	if (text === undefined) return undefined;
	const known = words.find((candidate) => candidate === text);
	if (known === undefined) throw new Refusal(400, `${name} must be ${words.join(' or ')}.`);
	return known;
}

/** True or False, in any letter case; 400 for another word. */
export function trueOrFalse(query: Query, name: string): boolean | undefined {
	const text = query[name]?.toLowerCase();
	if (text === undefined) return undefined;
	if (text !== 'true' && text !== 'false') {
		throw new Refusal(400, `${name} must be True or False.`);
	}
	return text === 'true';
}
