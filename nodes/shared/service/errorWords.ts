import { isBlank, isObject } from '../input/check';

/** Keys of an error body that may have its sentence, best first; in lower case. */
const SENTENCES =
	'message detail error_description errormessage description omschrijving melding reason title'.split(
		' ',
	);

/** Keys that may say what is wrong with each field (ASP.NET, RFC 9457 and others). */
const DETAILS = ['errors', 'modelstate', 'details', 'invalid-params', 'invalidparams'];

/** How deep a body is read, and how many reasons are shown. */
const MAX_DEPTH = 6;
const MAX_REASONS = 10;

const unique = (words: Array<string | undefined>): string[] =>
	[...new Set(words)].filter((text): text is string => Boolean(text)).slice(0, MAX_REASONS);

const isSentence = (key: string): boolean => SENTENCES.includes(key.toLowerCase());

/** Reasons in a list, or in an object by field. */
function reasonsIn(value: unknown, depth: number): string[] {
	if (!isObject(value) || Object.keys(value).some(isSentence)) {
		return unique([wordsIn(value, depth)]);
	}
	return unique(
		Object.entries(value).map(([field, reason]) => {
			const words = wordsIn(reason, depth) ?? (isBlank(reason) ? undefined : String(reason));
			return words && (field === '' || field === '$' ? words : `${field}: ${words}`);
		}),
	);
}

/** The sentence of an object; that of an `error` in it comes first. */
function sentenceIn(byKey: Map<string, unknown>, depth: number): string | undefined {
	const error = byKey.get('error') ?? byKey.get('fout');
	const inError = wordsIn(error, depth + 1);
	const sentences = SENTENCES.map((key) => {
		const value = byKey.get(key);
		const isOther = typeof value === 'object' && !isBlank(value);
		return wordsIn(value, depth + 1) ?? (isOther ? JSON.stringify(value) : undefined);
	});
	return [typeof error === 'object' ? inError : undefined, ...sentences, inError].find(Boolean);
}

/**
 * Finds what a service says in the body of an error: in a sentence, in reasons by field, in `error`, or as
 * plain text. A page of HTML says nothing.
 * @returns undefined if it says nothing
 */
export function wordsIn(body: unknown, depth = 0): string | undefined {
	if (depth > MAX_DEPTH) return undefined;
	if (typeof body === 'string') return /^\s*(<|$)/.test(body) ? undefined : body.trim();
	if (Array.isArray(body)) {
		return unique(body.map((one) => wordsIn(one, depth + 1))).join('; ') || undefined;
	}
	if (!isObject(body)) return undefined;

	const byKey = new Map(Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]));
	const said = sentenceIn(byKey, depth);
	const title = byKey.has('detail') ? wordsIn(byKey.get('title'), depth + 1) : undefined;
	const details = DETAILS.flatMap((key) => reasonsIn(byKey.get(key), depth + 1));
	const others = details.filter((text) => !said?.includes(text));
	const all = unique([title, said, ...others]);
	const isEnded = (text: string) => /[.!?:;]$/.test(text) || text === all.at(-1);
	return all.map((text) => (isEnded(text) ? text : `${text}.`)).join(' ') || undefined;
}
