import { checkBaseUrl } from '../shared/input/address';
import { isIdentifier, isObject } from '../shared/input/check';
import { readHeaderNumber } from '../shared/service/answer';
import type { Service } from '../shared/service/service';
import { objectsOf } from './answers';

/** Where an error may hold its words: the document shows no error body. */
const MESSAGE_FIELDS = ['message', 'Message', 'error', 'errorMessage', 'description', 'title'];

/** How Inboxify is reached, pages and tells its errors (its REST API document). */
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
		if (typeof body === 'string') return /^\s*(<|$)/.test(body) ? {} : { message: body.trim() };
		if (!isObject(body)) return {};
		const message = MESSAGE_FIELDS.map((field) => body[field]).find(
			(value) => typeof value === 'string' && value !== '',
		);
		const code = ['string', 'number'].includes(typeof body.code) ? String(body.code) : undefined;
		return { message: message as string | undefined, code };
	},
	advice: {
		401: 'Check the API key and the secret key in the credential, in Inboxify under Mijn gegevens > Account > API-gegevens.',
		404: 'Check the name of the list, and the ID or e-mail address of the contact.',
		409: 'It exists in Inboxify already: use Create or Update, which changes the one that exists.',
	},
};
