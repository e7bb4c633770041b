import { checkBaseUrl } from '../shared/input/address';
import { checkInteger, isBlank, isIdentifier, isObject } from '../shared/input/check';
import { unexpectedAnswer } from '../shared/service/answer';
import { wordsIn } from '../shared/service/errorWords';
import type { Answer } from '../shared/service/exchange';
import type { Service } from '../shared/service/service';

/** Corlega's document: 120 requests a minute per API key, as a sliding window. */
const LIMIT = { requests: 120, window: 60_000 };

/** How Corlega is reached, pages and tells its errors (its REST API document). */
export const corlega: Service = {
	name: 'Corlega',
	credential: 'corlegaApi',
	baseUrl: ({ baseUrl }) => checkBaseUrl(baseUrl),
	secrets: ({ apiKey }) => [String(apiKey)],
	concurrency: 8,
	limit: ({ requestsPerMinute: requests }) =>
		isBlank(requests)
			? LIMIT
			: { ...LIMIT, requests: checkInteger('Requests per Minute', requests, { minimum: 1 }) },
	limitKey: ({ apiKey }) => String(apiKey).trim(),
	paging: {
		maximum: 100,
		query: ({ number, size }) => ({ page: number, pageSize: size }),
		read: (answer) => {
			const { data, meta } = isObject(answer.body) ? answer.body : {};
			const entries: unknown = data;
			// To pass over what is no object would make the list shorter without a word.
			if (!Array.isArray(entries) || !entries.every(isObject)) {
				throw unexpectedAnswer('Corlega', answer, 'a list');
			}
			const { total, hasMore } = isObject(meta) ? meta : {};
			return {
				entries,
				total: typeof total === 'number' ? total : undefined,
				hasMore: typeof hasMore === 'boolean' ? hasMore : undefined,
			};
		},
		identify: ({ id }) => (isIdentifier(id) ? String(id) : undefined),
	},
	readError: (body) => {
		const error = isObject(body) && isObject(body.error) ? body.error : {};
		return { message: wordsIn(body), code: error.code };
	},
	advice: {
		401: 'Check the API key in the credential: it may be mistyped, expired or revoked. Make a new one in Corlega under Organisatie > Instellingen > API-keys.',
		403: 'Make an API key with the scope named above in Corlega under Organisatie > Instellingen > API-keys, and put it into the credential.',
		409: 'It exists in Corlega already. For contacts use Create or Update, which changes the one that exists; else look it up with Get Many, then use Update.',
		429: 'Corlega allows 120 requests a minute per API key. Where other programs or several n8n workers use the same key, give n8n its part of them under Requests per Minute in the credential, or a key of its own.',
		500: 'Try again later; if it stays, tell Corlega at hello@corlega.com.',
	},
};

/**
 * Takes the object out of an answer's `data`.
 * @throws RequestError where there is none
 */
export function dataOf(answer: Answer) {
	const data = isObject(answer.body) ? answer.body.data : undefined;
	if (!isObject(data)) throw unexpectedAnswer('Corlega', answer, 'an object');
	return data;
}

/**
 * Takes a new contact out of the answer to its creation. Corlega's document shows its `id`.
 * @throws RequestError where there is none: whether it was created can't be told then
 */
export function createdOf(answer: Answer) {
	const data = dataOf(answer);
	if (isIdentifier(data.id)) return data;
	throw unexpectedAnswer('Corlega', answer, 'the new record');
}
