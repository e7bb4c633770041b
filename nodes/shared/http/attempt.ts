import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { withDeadline } from '../async/deadline';
import { InputError } from '../input/InputError';
import { readBody } from './body';
import type { Connection } from './connection';
import { type Failed, readThrown } from './thrown';

/** What one attempt came to: an answer of whatever status, or a connection that failed. */
export type Attempt =
	| { answered: true; status: number; headers: IDataObject; body: unknown }
	| ({ answered: false } & Failed);

const MAX_REDIRECTS = 5;

/** An address, or undefined where it can't be read. */
function parseUrl(address: string, base: string): URL | undefined {
	try {
		return new URL(address, base);
	} catch {
		return undefined;
	}
}

/**
 * Where a redirect may be followed to: the same origin, for a request that only reads. To any
 * other place the credential would go along, or a write would be repeated.
 */
function redirectTarget(options: IHttpRequestOptions, attempt: Attempt): string | undefined {
	if (!attempt.answered || options.method !== 'GET') return undefined;
	if (attempt.status < 300 || attempt.status > 399 || !attempt.headers.location) return undefined;
	const to = parseUrl(String(attempt.headers.location), options.url);
	return to?.origin === new URL(options.url).origin ? to.href : undefined;
}

async function ask(connection: Connection, options: IHttpRequestOptions): Promise<Attempt> {
	const { context, service } = connection;
	const answer = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		service.credential,
		// A copy, because n8n and the credential write into what they are given.
		{ ...options, headers: { ...options.headers } },
	)) as IN8nHttpFullResponse;
	return {
		answered: true,
		status: answer.statusCode,
		headers: { ...answer.headers },
		body: await readBody(answer.body, answer.headers?.['content-type']),
	};
}

async function sendOnce(
	connection: Connection,
	options: IHttpRequestOptions,
	timeout: number,
): Promise<Attempt> {
	let failure: Failed | InputError;
	try {
		return await withDeadline(timeout, ask(connection, options));
	} catch (error) {
		failure = readThrown(error);
	}
	if (failure instanceof InputError) throw failure;
	return { answered: false, ...failure };
}

/**
 * Sends a request once, through n8n's helper, with the credential.
 * @param timeout milliseconds until the whole answer must be there
 * @throws InputError where the credential refuses to be used
 */
export async function attempt(
	connection: Connection,
	options: IHttpRequestOptions,
	timeout: number,
): Promise<Attempt> {
	let current: IHttpRequestOptions = {
		...options,
		json: true,
		// A stream, so that an endless answer can be ended.
		encoding: 'stream',
		// Ends the connection of a server that stays silent.
		timeout,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const until = performance.now() + timeout;
	for (let hop = 0; ; hop++) {
		const result = await sendOnce(connection, current, Math.max(1, until - performance.now()));
		const target = redirectTarget(current, result);
		if (target === undefined || hop === MAX_REDIRECTS) return result;
		current = { ...current, url: target, qs: undefined };
	}
}
