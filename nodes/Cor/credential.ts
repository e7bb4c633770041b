import { checkTarget } from '../shared/input/address';
import { checkOneOf, isBlank } from '../shared/input/check';
import { checkKey } from '../shared/input/key';
import { type Authenticate, credentialTest as testOf } from '../shared/node/credentialTest';
import { readClientCertificate } from './certificate/clientCertificate';
import { cor } from './cor.service';
import { corBaseUrl } from './environment';
import { checkLastChange } from './lastChange';

/** Adds the API key, the client certificate and the version to a request. @throws InputError */
export const authenticate: Authenticate = async (credentials, request) => {
	corBaseUrl(credentials);
	checkTarget(request);
	const { apiKey, apiVersion } = credentials;
	const version = isBlank(apiVersion) ? '1.1' : apiVersion;
	return {
		...request,
		headers: {
			...request.headers,
			...(!isBlank(apiKey) && { apikey: checkKey('API Key', apiKey) }),
			Accept: 'application/hal+json',
			'Accept-Version': checkOneOf('API Version', version, ['1.1', '1.0']),
		},
		agentOptions: { ...request.agentOptions, ...readClientCertificate(credentials) },
	};
};

export const credentialTest = {
	corApiTest: testOf(cor, authenticate, {
		request: { method: 'GET', path: ['laatsteWijziging'] },
		check: checkLastChange,
	}),
};
