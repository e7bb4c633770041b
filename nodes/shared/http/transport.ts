import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { withDeadline } from '../async/deadline';
import { InputError } from '../input/InputError';
import { readBody } from './body';
import type { Connection } from './connection';
import { type ConnectionError, readConnectionError } from './connectionError';

/** Result of sending a request once: an answer of any status, or a connection that failed. */
export type Attempt =
	| { answered: true; status: number; headers: IDataObject; body: unknown; redirected?: boolean }
	| ({ answered: false } & ConnectionError);

const MAX_REDIRECTS = 5;

/**
 * Where to follow a redirect to: only a read, and only to the same origin. Anywhere else the
 * credential would go along, or a write would be repeated.
 */
function redirectTarget({ method, url }: IHttpRequestOptions, result: Attempt): string | undefined {
	if (!result.answered || method !== 'GET' || result.status < 300 || result.status > 399) return;
	const location = String(result.headers.location ?? '');
	if (location === '' || !URL.canParse(location, url)) return;
	const target = new URL(location, url);
	return target.origin === new URL(url).origin ? target.href : undefined;
}

async function request(
	{ context, service }: Connection,
	options: IHttpRequestOptions,
): Promise<Attempt> {
	const { statusCode, headers, body } = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		service.credential,
		// A copy: n8n and the credential change it.
		{ ...options, headers: { ...options.headers } },
	)) as IN8nHttpFullResponse;
	return {
		answered: true,
		status: statusCode,
		headers: { ...headers },
		body: await readBody(body, headers?.['content-type']),
	};
}

/**
 * Sends a request once, through n8n's helper, with the credential.
 * @param timeout milliseconds for the whole answer
 * @throws InputError if the credential refuses to be used
 */
export async function transport(
	connection: Connection,
	options: IHttpRequestOptions,
	timeout: number,
): Promise<Attempt> {
	const end = performance.now() + timeout;
	let current: IHttpRequestOptions = {
		...options,
		json: true,
		// So that an endless answer can be cut off.
		encoding: 'stream',
		// Closes the connection of a silent server.
		timeout,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	for (let redirects = 0; ; redirects++) {
		const left = Math.max(1, end - performance.now());
		const [sent] = await Promise.allSettled([withDeadline(left, request(connection, current))]);
		const error = sent.status === 'rejected' ? readConnectionError(sent.reason) : undefined;
		if (error instanceof InputError) throw error;
		connection.statistics.requests++;
		if (sent.status === 'rejected') return { answered: false, ...error! };
		const target = redirectTarget(current, sent.value);
		const isEnd = target === undefined || redirects === MAX_REDIRECTS;
		if (isEnd) return { ...sent.value, ...(redirects > 0 && { redirected: true }) };
		current = { ...current, url: target, qs: undefined };
	}
}
