import { checkBaseUrl, checkTarget } from '../shared/input/address';
import { checkOneOf, isBlank } from '../shared/input/check';
import { checkKey } from '../shared/input/key';
import { type Authenticate, credentialTest as testOf } from '../shared/node/credentialTest';
import { objectsOf } from './answers';
import { inboxify } from './inboxify.service';
import { signatureHeaders } from './signature';

/**
 * Puts the keys into a request. Called for every one that leaves, so each retry has a salt of its
 * own.
 * @throws InputError where they can't be sent
 */
export const authenticate: Authenticate = (credentials, request) => {
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
