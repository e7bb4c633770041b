import { checkBaseUrl } from '../shared/input/address';
import { checkInteger, isBlank, isIdentifier, isObject } from '../shared/input/check';
import { unexpectedAnswer } from '../shared/service/answer';
import { wordsIn } from '../shared/service/errorWords';
import type { Answer } from '../shared/service/exchange';
import type { Service } from '../shared/service/service';

/** Corlega's documentation: 120 requests a minute per API key, in a sliding window. */
const LIMIT = { requests: 120, window: 60_000 };

/** Corlega's REST API: address, limit, paging and errors. */
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
			// Skipping entries that are not objects would silently shorten the list.
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
		401: 'Check the API key in the credential: it may be mistyped, expired or revoked. Create a new one in Corlega under Organisatie > Instellingen > API-keys.',
		403: 'Create an API key with the scope named above in Corlega under Organisatie > Instellingen > API-keys, and enter it in the credential.',
		409: 'It already exists in Corlega. For a contact, use Create or Update, which changes the existing one. Otherwise find it with Get Many, then use Update.',
		429: 'Corlega allows 120 requests a minute per API key. If other programs or several n8n workers use the same key, give n8n its share of them under Requests per Minute in the credential, or its own key.',
		500: 'Try again later. If the error persists, contact Corlega at hello@corlega.com.',
	},
};

/** Returns the object in an answer's `data`. @throws RequestError if there is none */
export function dataOf(answer: Answer) {
	const data = isObject(answer.body) ? answer.body.data : undefined;
	if (isObject(data)) return data;
	throw unexpectedAnswer('Corlega', answer, 'an object');
}

/** Returns the new contact in an answer. @throws RequestError if it has no ID */
export function createdOf(answer: Answer) {
	const data = dataOf(answer);
	if (isIdentifier(data.id)) return data;
	throw unexpectedAnswer('Corlega', answer, 'the new record');
}
