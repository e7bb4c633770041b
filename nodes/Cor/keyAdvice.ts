import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isBlank } from '../shared/input/check';
import type { FailureFacts } from '../shared/service/service';

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
