import { checkBaseUrl } from '../shared/input/address';
import { isIdentifier, isObject } from '../shared/input/check';
import { readHeaderNumber } from '../shared/service/answer';
import { wordsIn } from '../shared/service/errorWords';
import type { Service } from '../shared/service/service';
import { objectsOf } from './answers';

/** Inboxify's REST API, as its document describes it. */
export const inboxify: Service = {
	name: 'Inboxify',
	credential: 'inboxifyApi',
	baseUrl: ({ baseUrl }) => checkBaseUrl(baseUrl),
	secrets: ({ apiKey, secretKey }) => [
		String(secretKey),
		Buffer.from(`${String(apiKey)}:${String(secretKey)}`).toString('base64'),
		String(apiKey),
	],
	concurrency: 4,
	limitKey: ({ apiKey }) => String(apiKey).trim(),
	paging: {
		maximum: 1000,
		query: ({ size, offset }) => ({ offset, limit: size }),
		read: (answer) => ({
			entries: objectsOf(answer),
			total: readHeaderNumber(answer, 'x-total-count'),
		}),
		identify: ({ id }) => (isIdentifier(id) ? String(id) : undefined),
	},
	readError: (body) => {
		const code = isObject(body) && isIdentifier(body.code) ? String(body.code) : undefined;
		return { message: wordsIn(body), code };
	},
	advice: {
		401: 'Check the API key and the secret key in the credential, in Inboxify under Mijn gegevens > Account > API-gegevens.',
		404: 'Check the name of the list, and the ID or e-mail address of the contact.',
		409: 'It already exists in Inboxify. Use Create or Update to change it.',
	},
};
