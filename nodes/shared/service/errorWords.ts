import { isBlank, isObject } from '../input/check';

/** Keys under which an error body may hold its sentence, best first; in lower case. */
const SENTENCES = [
	'message',
	'detail',
	'error_description',
	'errormessage',
	'description',
	'omschrijving',
	'melding',
	'reason',
	'title',
];

/** Keys under which it may say what is wrong with each field (ASP.NET, RFC 9457 and others). */
const DETAILS = ['errors', 'modelstate', 'details', 'invalid-params', 'invalidparams'];

/** How deep a body is read, and how many reasons are reported. */
const DEEPEST = 6;
const MOST_REASONS = 10;

const unique = (words: Array<string | undefined>): string[] =>
	[...new Set(words)].filter((text): text is string => Boolean(text)).slice(0, MOST_REASONS);

const ended = (sentence: string): string => (/[.!?:;]$/.test(sentence) ? sentence : `${sentence}.`);

/** Reasons in a list, or in an object that has them by field. */
function reasonsIn(value: unknown, depth: number): string[] {
	if (!isObject(value)) return unique([wordsIn(value, depth)]);
	if (Object.keys(value).some((key) => SENTENCES.includes(key.toLowerCase()))) {
		return unique([wordsIn(value, depth)]);
	}
	return unique(
		Object.entries(value).map(([field, reason]) => {
			const words = wordsIn(reason, depth) ?? (isBlank(reason) ? undefined : String(reason));
			return words && (field === '' || field === '$' ? words : `${field}: ${words}`);
		}),
	);
}

/** A sentence of an object: the one of an `error` within it goes before its own. */
function sentenceIn(byKey: Map<string, unknown>, depth: number): string | undefined {
	const read = (value: unknown) =>
		wordsIn(value, depth + 1) ??
		(typeof value === 'object' && !isBlank(value) ? JSON.stringify(value) : undefined);
	const error = byKey.get('error') ?? byKey.get('fout');
	const sentences = SENTENCES.map((key) => read(byKey.get(key)));
	const [said] = unique([
		typeof error === 'object' ? wordsIn(error, depth + 1) : undefined,
		...sentences,
		wordsIn(error, depth + 1),
	]);
	return said;
}

/**
 * Finds what a service says in the body of an error, wherever it is: in a sentence, in lists of
 * reasons by field, within `error`, or as plain text. A page of HTML says nothing.
 * @returns undefined where nothing is said
 */
export function wordsIn(body: unknown, depth = 0): string | undefined {
	if (depth > DEEPEST) return undefined;
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
	return all.map((text, at) => (at < all.length - 1 ? ended(text) : text)).join(' ') || undefined;
}
