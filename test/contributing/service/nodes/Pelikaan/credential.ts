import { isObject } from '../shared/input/check';
import { checkKey } from '../shared/input/key';
import { type Authenticate, credentialTest as testOf } from '../shared/node/credentialTest';
import { unexpectedAnswer } from '../shared/service/answer';
import { pelikaan } from './pelikaan.service';

export const authenticate: Authenticate = async ({ apiKey }, request) => ({
	...request,
	headers: { ...request.headers, 'X-Api-Key': checkKey('API Key', apiKey) },
});

export const credentialTest = {
	pelikaanApiTest: testOf(pelikaan, authenticate, {
		request: { method: 'GET', path: ['parcels', 'P1'] },
		check(answer) {
			if (!isObject(answer.body)) throw unexpectedAnswer('Pelikaan', answer, 'a parcel');
		},
	}),
};
