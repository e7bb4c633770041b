import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { connect, type RequestContext } from '../http/connection';
import { sendsCertificates } from '../http/n8nFeatures';
import { send } from '../http/send';
import { InputError } from '../input/InputError';
import { ADDRESS_ADVICE } from '../service/answer';
import type { Answer, ServiceRequest } from '../service/exchange';
import { RequestError, type RequestFailure } from '../service/RequestError';
import type { Service } from '../service/service';
import { defaultSettings } from './description/requestOptions';
import { withAdvice } from './nodeError';

/** Adds the credential to a request: the credential type's own function. */
export type Authenticate = (
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
) => Promise<IHttpRequestOptions>;

/** A small request that shows whether a credential works. */
export interface CredentialProbe {
	request: ServiceRequest;
	/** @throws RequestError for an answer from elsewhere, e.g. the page of a proxy */
	check(answer: Answer): void;
	/** Whether a refusal shows that the credential works, e.g. one for a missing scope. */
	accepts?(failure: RequestFailure): boolean;
	/** The message for a failure where the service's own does not fit. */
	explain?(failure: RequestFailure): string | undefined;
}

/**
 * Returns what `connect` needs. A test has only n8n's older request helper, which always sends client
 * certificates: they are left out where n8n would not send them for a node.
 */
function contextOf(
	{ helpers }: ICredentialTestFunctions,
	credentials: ICredentialDataDecryptedObject,
	authenticate: Authenticate,
): RequestContext {
	return {
		getCredentials: async () => credentials,
		helpers: {
			async httpRequestWithAuthentication(_type: string, options: IHttpRequestOptions) {
				const { url, agentOptions, ...request } = await authenticate(credentials, options);
				const { method, qs, headers, body, timeout } = request;
				return (await helpers.request({
					method,
					uri: url,
					qs,
					headers,
					body,
					...(sendsCertificates() && { agentOptions }),
					timeout,
					json: true,
					simple: false,
					resolveWithFullResponse: true,
					followRedirect: false,
				})) as unknown;
			},
		},
	} as unknown as RequestContext;
}

/** Statuses caused by the credential itself, or by a busy service. */
const EXPECTED = [401, 403, 406, 429];

/** Explains what went wrong, and what to do. @param elsewhere where else the service may be */
function explain(error: unknown, name: string, probe: CredentialProbe, elsewhere = ''): string {
	if (error instanceof InputError) return withAdvice(error.message, error.description);
	if (!(error instanceof RequestError)) return String((error as Error)?.message ?? error);
	const { message, advice, status = 0 } = error.failure;
	const special = probe.explain?.(error.failure);
	if (special !== undefined) return special;
	const addressAdvice = `${elsewhere} ${ADDRESS_ADVICE}`.trim();
	if (status === 404) return `There is no ${name} API at this Base URL. ${addressAdvice}`;
	// The service's own advice on these is for an item of a run.
	const isElsewhere = status >= 400 && status < 500 && !EXPECTED.includes(status);
	return withAdvice(message, isElsewhere ? addressAdvice : advice);
}

/**
 * Returns the test of a credential: one request, sent and judged like any other. A declared request
 * would not do: what counts as an error differs between versions of n8n, and none checks the answer.
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
			// This request need not wait behind those of running workflows.
			const unlimited = { ...connection, acquire: async () => ({ release: () => {} }) };
			const settings = { ...defaultSettings(service), attempts: 1 };
			probe.check(await send(unlimited, probe.request, settings));
		} catch (error) {
			const failure = error instanceof RequestError ? error.failure : undefined;
			if (!failure || !probe.accepts?.(failure)) {
				const elsewhere = failure && service.elsewhere?.(service.baseUrl(data));
				return { status: 'Error', message: explain(error, service.name, probe, elsewhere) };
			}
		}
		return { status: 'OK', message: 'Connection successful!' };
	};
