import { checkBaseUrl } from '../shared/input/address';
import { isObject } from '../shared/input/check';
import type { Service } from '../shared/service/service';

export const pelikaan: Service = {
	name: 'Pelikaan',
	credential: 'pelikaanApi',
	baseUrl: ({ baseUrl }) => checkBaseUrl(baseUrl),
	secrets: ({ apiKey }) => [String(apiKey)],
	limitKey: ({ apiKey }) => String(apiKey),
	concurrency: 4,
	paging: {
		maximum: 100,
		query: ({ number }) => ({ page: number }),
		read: () => ({ entries: [], total: undefined, hasMore: undefined }),
		identify: ({ id }) => String(id),
	},
	readError: (body) => ({ message: isObject(body) ? body.error : undefined }),
	advice: { 401: 'Check the API key in the credential.' },
};
