import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { connect, type RequestContext } from '../http/connection';
import { sendsCertificates } from '../http/host';
import { send } from '../http/send';
import { InputError } from '../input/InputError';
import type { Answer, ServiceRequest } from '../service/exchange';
import { RequestError, type RequestFailure } from '../service/RequestError';
import type { Service } from '../service/service';
import { defaultSettings } from './description/requestOptions';

/** Puts the credential into a request that leaves, as the credential type's own function does. */
export type Authenticate = (
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
) => IHttpRequestOptions;

/** A small request that shows whether a credential works. */
export interface CredentialProbe {
	request: ServiceRequest;
	/** @throws RequestError for an answer that is not the service's, e.g. the page of a proxy */
	check(answer: Answer): void;
	/** Whether a refusal shows that the credential works all the same, e.g. one for want of a scope. */
	accepts?(failure: RequestFailure): boolean;
	/** What to say of a failure where that is not what the service says and advises. */
	tell?(failure: RequestFailure): string | undefined;
}

/** Milliseconds that a service may take to answer the test. */
const TIMEOUT = 30_000;

interface LegacyAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/**
 * What requests are sent from in a test. All that n8n gives there is its older request helper, which
 * always sends client certificates: they are left out where it would not send them for a node.
 */
function contextOf(
	{ helpers }: ICredentialTestFunctions,
	credentials: ICredentialDataDecryptedObject,
	authenticate: Authenticate,
): RequestContext {
	const context = {
		getCredentials: async () => credentials,
		helpers: {
			async httpRequestWithAuthentication(_type: string, options: IHttpRequestOptions) {
				const { method, url, qs, headers, body, agentOptions, timeout } = authenticate(
					credentials,
					options,
				);
				return (await helpers.request({
					method,
					uri: url,
					qs,
					headers,
					body,
					...(sendsCertificates() && { agentOptions }),
					timeout: timeout ?? TIMEOUT,
					json: true,
					simple: false,
					resolveWithFullResponse: true,
					followRedirect: false,
				})) as LegacyAnswer;
			},
		},
	};
	return context as unknown as RequestContext;
}

const ADDRESS_ADVICE =
	'Check the base URL in the credential, and whether a proxy stands in between.';

/** Statuses that the credential itself can be the cause of, or how busy the service is. */
const MEANT = [401, 403, 406, 429];

const withAdvice = (message: string, advice = ''): string =>
	advice === '' ? message : `${message.trim().replace(/\.$/, '')}. ${advice}`;

/** What is said of a failure: what happened, and what to do. */
function tell(error: unknown, { name }: Service, probe: CredentialProbe): string {
	if (error instanceof InputError) return withAdvice(error.message, error.description);
	if (!(error instanceof RequestError)) return String((error as Error)?.message ?? error);
	const { message, advice, status = 0 } = error.failure;
	const told = probe.tell?.(error.failure);
	if (told !== undefined) return told;
	if (status === 404) return `There is no ${name} API at this Base URL. ${ADDRESS_ADVICE}`;
	// The service's own advice on these is about an item of a run.
	const isElsewhere = status >= 400 && status < 500 && !MEANT.includes(status);
	return withAdvice(message, isElsewhere ? ADDRESS_ADVICE : advice);
}

/**
 * Makes the test of a credential: one request, sent and judged as every other. A function and not a
 * declared request, because what those take for an error differs between versions of n8n, and none
 * looks at what was answered.
 */
export const credentialTest = (
	service: Service,
	authenticate: Authenticate,
	probe: CredentialProbe,
) =>
	async function (
		this: ICredentialTestFunctions,
		{ data = {} }: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		try {
			const connection = await connect(contextOf(this, data, authenticate), service);
			// A single request by hand: it need not queue behind those of running workflows.
			const unlimited = { ...connection, acquire: async () => ({ release: () => {} }) };
			const settings = { ...defaultSettings(service), attempts: 1 };
			probe.check(await send(unlimited, probe.request, settings));
		} catch (error) {
			const isGood = error instanceof RequestError && probe.accepts?.(error.failure);
			if (!isGood) return { status: 'Error', message: tell(error, service, probe) };
		}
		return { status: 'OK', message: 'Connection successful!' };
	};
