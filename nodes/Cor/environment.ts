import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { checkOneOf } from '../shared/input/check';
import { checkBaseUrl } from '../shared/input/address';

/** Servers of COR's public OpenAPI description (1.2.111). */
export const ENVIRONMENTS = {
	production: 'https://portaal.digikoppeling.nl/registers/api/v1',
	preproduction: 'https://preprod.portaal.digikoppeling.nl/registers/api/v1',
	acceptance: 'https://acc.portaal.digikoppeling.nl/registers/api/v1',
} as const;

/** Address of the register that a credential is for. @throws InputError */
export function corBaseUrl({ environment, baseUrl }: ICredentialDataDecryptedObject): string {
	const chosen = checkOneOf('Environment', environment ?? 'production', [
		'production',
		'preproduction',
		'acceptance',
		'custom',
	]);
	return chosen === 'custom' ? checkBaseUrl(baseUrl) : ENVIRONMENTS[chosen];
}
