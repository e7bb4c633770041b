import { checkTarget } from '../shared/input/address';
import { checkOneOf, isBlank } from '../shared/input/check';
import { type Authenticate, credentialTest as testOf } from '../shared/node/credentialTest';
import { readClientCertificate } from './certificate/clientCertificate';
import { cor } from './cor.service';
import { corBaseUrl } from './environment';
import { checkLastChange } from './lastChange';

/** Puts the client certificate and the version into a request. @throws InputError */
export const authenticate: Authenticate = (credentials, request) => {
	corBaseUrl(credentials);
	checkTarget(request);
	const version = isBlank(credentials.apiVersion) ? '1.1' : credentials.apiVersion;
	return {
		...request,
		headers: {
			...request.headers,
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
