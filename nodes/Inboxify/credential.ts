import { createHmac, randomUUID } from 'node:crypto';

import { checkBaseUrl, checkTarget } from '../shared/input/address';
import { checkOneOf, isBlank } from '../shared/input/check';
import { checkKey } from '../shared/input/key';
import { type Authenticate, credentialTest as testOf } from '../shared/node/credentialTest';
import { objectsOf } from './answers';
import { inboxify } from './inboxify.service';

/**
 * Inboxify's signature based authentication (appendix 1 of its document): the base64 of HMAC-SHA256
 * over the salt, keyed with the secret key and percent-encoded (RFC 3986: %2B, %2F, %3D).
 * @param salt for one request only; Inboxify may refuse it a second time
 */
export function signatureHeaders(apiKey: string, secretKey: string, salt: string = randomUUID()) {
	const signature = createHmac('sha256', secretKey).update(salt).digest('base64');
	return { apikey: apiKey, salt, signature: encodeURIComponent(signature) };
}

/** Runs for each request and each retry. @throws InputError where the keys can't be sent */
export const authenticate: Authenticate = async (credentials, request) => {
	checkBaseUrl(credentials.baseUrl);
	checkTarget(request);
	const chosen = isBlank(credentials.authentication) ? 'signature' : credentials.authentication;
	const isBasic = checkOneOf('Authentication', chosen, ['signature', 'basic']) === 'basic';
	const apiKey = checkKey('API Key', credentials.apiKey, !isBasic);
	const secretKey = checkKey('Secret Key', credentials.secretKey, false);
	const headers = isBasic
		? { Authorization: `Basic ${Buffer.from(`${apiKey}:${secretKey}`).toString('base64')}` }
		: signatureHeaders(apiKey, secretKey);
	return { ...request, headers: { ...request.headers, ...headers } };
};

export const credentialTest = {
	inboxifyApiTest: testOf(inboxify, authenticate, {
		request: { method: 'GET', path: ['lists'] },
		check: objectsOf,
		explain: ({ status }) =>
			status === 401
				? 'Inboxify does not accept these keys. Check both under Mijn gegevens > Account > API-gegevens.'
				: undefined,
	}),
};
