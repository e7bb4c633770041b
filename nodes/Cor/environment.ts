import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { checkBaseUrl } from '../shared/input/address';
import { checkOneOf, isBlank } from '../shared/input/check';
import type { FailureFacts } from '../shared/service/service';

/**
 * Servers of COR's public OpenAPI description (1.2.111), and the address that Logius gives since 2026.
 */
export const ENVIRONMENTS = {
	production: 'https://portaal.digikoppeling.nl/registers/api/v1',
	oinRegister: 'https://oinregister.logius.nl/api/v1',
	preproduction: 'https://preprod.portaal.digikoppeling.nl/registers/api/v1',
	acceptance: 'https://acc.portaal.digikoppeling.nl/registers/api/v1',
} as const;

type Environment = keyof typeof ENVIRONMENTS | 'custom';

/** Address of the register that a credential is for. @throws InputError */
export function corBaseUrl({ environment, baseUrl }: ICredentialDataDecryptedObject): string {
	const names = [...Object.keys(ENVIRONMENTS), 'custom'] as Environment[];
	const chosen = checkOneOf('Environment', environment ?? 'production', names);
	return chosen === 'custom' ? checkBaseUrl(baseUrl) : ENVIRONMENTS[chosen];
}

/** Two addresses of one register: what a trigger stored at one goes on at the other. */
export const sameRegister = (baseUrl: string): string =>
	baseUrl === ENVIRONMENTS.oinRegister ? ENVIRONMENTS.production : baseUrl;

/** Said to whoever gets no answer of the register at its former address. */
export const movedAdvice = (baseUrl: string): string | undefined =>
	baseUrl === ENVIRONMENTS.production
		? 'The register is now at oinregister.logius.nl: choose Production (oinregister.logius.nl) as Environment in the credential.'
		: undefined;

/** What to do about a refusal at an address where an API key may be wanted. */
export function keyAdvice(
	{ status }: FailureFacts,
	{ apiKey, environment }: ICredentialDataDecryptedObject,
): string | undefined {
	if (status !== 401 && status !== 403) return undefined;
	if (!isBlank(apiKey)) {
		return 'The register does not accept the API Key in the credential: check it, and whether it is for this environment.';
	}
	if (environment !== 'oinRegister') return undefined;
	return 'The register may want an API key: enter it as API Key in the credential. Ask Logius, which runs the register, how to get one.';
}
