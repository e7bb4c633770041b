import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

import type { Limiter } from './limiter';
import { limiterFor, nameOfKey } from './limiters';
import { redact } from './redact';
import type { Service } from './service';
import { WaitClock } from './waitClock';

/** The parts of n8n that requests are sent from. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions;

/** A service together with a checked credential. */
export interface Connection {
	context: RequestContext;
	service: Service;
	credentials: ICredentialDataDecryptedObject;
	/** Without a slash at the end. */
	baseUrl: string;
	/** Aborted when the execution is cancelled, or its node stops after an error. */
	signal?: AbortSignal;
	/** How long this connection was held back by the limiter. */
	heldBack: WaitClock;
	/** The limiter of the credential's key, shared by all executions. */
	limiter(): Limiter;
	/** Blots the credential's secrets out of a text. */
	redact(text: string): string;
}

/**
 * Reads the credential once and checks it.
 * @param signal ends all waits of this connection
 * @throws InputError where the credential can't work: no request is sent then
 */
export async function connect(
	context: RequestContext,
	service: Service,
	signal?: AbortSignal,
): Promise<Connection> {
	const credentials = await context.getCredentials(service.credential);
	const baseUrl = service.baseUrl(credentials);
	const secrets = service.secrets(credentials);
	const key = nameOfKey(service, `${baseUrl}\n${service.limitKey(credentials)}`);
	return {
		context,
		service,
		credentials,
		baseUrl,
		signal,
		heldBack: new WaitClock(),
		limiter: () => limiterFor(service, key),
		redact: (text) => redact(text, secrets),
	};
}
