import { checkBaseUrl, checkTarget } from '../shared/input/address';
import { isObject } from '../shared/input/check';
import { checkKey } from '../shared/input/key';
import { type Authenticate, credentialTest as testOf } from '../shared/node/credentialTest';
import { unexpectedAnswer } from '../shared/service/answer';
import { corlega } from './corlega.service';

/** Adds the API key to a request. @throws InputError if it can't be sent */
export const authenticate: Authenticate = async ({ apiKey, baseUrl }, request) => {
	checkBaseUrl(baseUrl);
	checkTarget(request);
	const Authorization = `Bearer ${checkKey('API Key', apiKey)}`;
	return { ...request, headers: { ...request.headers, Authorization } };
};

export const credentialTest = {
	corlegaApiTest: testOf(corlega, authenticate, {
		request: { method: 'GET', path: ['me'] },
		check(answer) {
			const data = isObject(answer.body) ? answer.body.data : undefined;
			if (isObject(data) && (data.apiKeyId || data.scopes)) return;
			throw unexpectedAnswer('Corlega', answer, 'details of the API key');
		},
		// A valid key may lack the scope for this request.
		accepts: ({ status, code }) => status === 403 && code === 'insufficient_scope',
		explain({ status, code }) {
			if (status === 401) {
				return 'Corlega does not know this API key: it may be mistyped, expired or revoked. Create a new one under Organisatie > Instellingen > API-keys.';
			}
			if (status !== 403 || code !== undefined) return undefined;
			return 'The answer (HTTP 403) does not come from the Corlega API: check the Base URL in the credential, and whether a proxy is in between.';
		},
	}),
};
