import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

import { redact } from './redact';
import type { Service } from './service';

/** The parts of n8n that requests are sent from. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions;

/** A service together with a checked credential. */
export interface Connection {
	context: RequestContext;
	service: Service;
	credentials: ICredentialDataDecryptedObject;
	/** Without a slash at the end. */
	baseUrl: string;
	/** Blots the credential's secrets out of a text. */
	redact(text: string): string;
	/** Whether the execution was cancelled. */
	isCancelled(): boolean;
}

/**
 * Reads the credential once and checks it.
 * @throws InputError where the credential can't work: no request is sent then
 */
export async function connect(context: RequestContext, service: Service): Promise<Connection> {
	const credentials = await context.getCredentials(service.credential);
	const secrets = service.secrets(credentials);
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return {
		context,
		service,
		credentials,
		baseUrl: service.baseUrl(credentials),
		redact: (text) => redact(text, secrets),
		isCancelled: () => signal?.aborted ?? false,
	};
}
