import { isObject, unexpectedAnswer } from '../shared/request/answer';
import type { Answer, Service } from '../shared/request/service';
import { checkBaseUrl } from '../shared/request/url';

/** How Corlega is reached, pages and tells its errors (its REST API document). */
export const corlega: Service = {
	name: 'Corlega',
	credential: 'corlegaApi',
	baseUrl: ({ baseUrl }) => checkBaseUrl(baseUrl),
	secrets: ({ apiKey }) => [String(apiKey)],
	concurrency: 8,
	limit: { requests: 120, window: 60_000 },
	limitKey: ({ apiKey }) => String(apiKey).trim(),
	paging: {
		maximum: 100,
		query: ({ number, size }) => ({ page: number, pageSize: size }),
		read: (answer) => {
			const { data, meta } = isObject(answer.body) ? answer.body : {};
			if (!Array.isArray(data)) throw unexpectedAnswer('Corlega', answer, 'a list');
			const { total, hasMore } = isObject(meta) ? meta : {};
			return {
				entries: data.filter(isObject),
				total: typeof total === 'number' ? total : undefined,
				hasMore: typeof hasMore === 'boolean' ? hasMore : undefined,
			};
		},
		identify: ({ id }) => (id === undefined ? undefined : String(id)),
	},
	readError: (body) => {
		const error = isObject(body) ? body.error : undefined;
		if (!isObject(error)) return {};
		return {
			message: error.message === undefined ? undefined : String(error.message),
			code: error.code === undefined ? undefined : String(error.code),
		};
	},
	advice: {
		401: 'Check the API key in the credential: it may be mistyped, expired or revoked. Make a new one in Corlega under Organisatie > Instellingen > API-keys.',
		403: 'Make an API key with the scope named above in Corlega under Organisatie > Instellingen > API-keys, and put it into the credential.',
		409: 'It exists in Corlega already: look it up with Get Many, then use Update.',
		429: 'Corlega allows 120 requests a minute per API key. Use another key for other programs, or raise Maximum Retry Time under Options.',
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
