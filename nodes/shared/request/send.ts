import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { attempt, type Attempt } from './attempt';
import type { Connection } from './connection';
import { failureOf } from './failure';
import { RequestError } from './RequestError';
import {
	backoff,
	outcomeOfConnection,
	outcomeOfStatus,
	readRetryAfter,
	type Outcome,
	type RetryLimits,
} from './retry';
import type { Answer } from './service';
import { buildUrl } from './url';
import { wait } from './wait';

/** A request, without anything that depends on how it is sent. */
export interface ServiceRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Segments of the path below the base URL, not encoded. */
	path: string[];
	/** Left out are values that are undefined or empty. */
	query?: IDataObject;
	body?: IDataObject | unknown[];
	/** Twice is the same as once. Default: everything but POST. */
	repeatable?: boolean;
	/** Error statuses that are an answer here, such as 404 for "no results". */
	expected?: number[];
}

function toOptions(connection: Connection, request: ServiceRequest): IHttpRequestOptions {
	const query = Object.entries(request.query ?? {}).filter(
		([, value]) => value !== undefined && value !== null && value !== '',
	);
	return {
		method: request.method,
		url: buildUrl(connection.baseUrl, request.path),
		...(query.length > 0 && { qs: Object.fromEntries(query) }),
		...(request.body !== undefined && {
			// Text, because n8n leaves an empty object out.
			body: JSON.stringify(request.body),
			headers: { 'Content-Type': 'application/json' },
		}),
	};
}

/** What one try came to, and what follows from it. */
interface Trial {
	result: Attempt;
	outcome: Outcome;
	/** Milliseconds to wait before the next try. */
	pause: number;
	/** Milliseconds that the try took. */
	took: number;
}

const outcomeOf = (result: Attempt): Outcome =>
	result.answered
		? outcomeOfStatus(result.status)
		: outcomeOfConnection(result.code, result.whileConnecting);

/** Tries once, as soon as the limit of the key allows. */
async function tryOnce(
	connection: Connection,
	options: IHttpRequestOptions,
	attempts: number,
): Promise<Trial> {
	const permit = await connection.allow();
	if (!permit) throw cancelled();
	const started = Date.now();
	let refused: number | undefined;
	try {
		const result = await attempt(connection, options);
		const retryAfter = result.answered ? readRetryAfter(result.headers['retry-after']) : undefined;
		const pause = retryAfter ?? backoff(attempts);
		if (isRefusal(result)) refused = pause;
		return { result, outcome: outcomeOf(result), pause, took: Date.now() - started };
	} finally {
		permit.giveBack(refused);
	}
}

/**
 * Sends a request and tries again where that is safe: anything that was surely not processed, and
 * beyond that only what is the same twice as once. Waits as long as `Retry-After` asks, else with
 * an exponential back-off, within the limits; a cancelled execution ends it at once. Waiting for
 * the rate limit of the key is not counted: that only keeps requests in order.
 * @throws InputError before anything is sent, RequestError when the request failed for good
 */
export async function send(
	connection: Connection,
	request: ServiceRequest,
	limits: RetryLimits,
): Promise<Answer> {
	const options = toOptions(connection, request);
	const repeatable = request.repeatable ?? request.method !== 'POST';
	let spent = 0;
	let repeated = false;

	for (let attempts = 1; ; attempts++) {
		const { result, outcome, pause, took } = await tryOnce(connection, options, attempts);
		notice(connection, result, attempts);
		if (result.answered && isSuccess(result.status, request, repeated)) {
			const { status, headers, body } = result;
			return { status, headers, body, repeated, repeatable };
		}
		if (!result.answered && connection.signal?.aborted) throw cancelled();

		spent += took + pause;
		const again = outcome === 'unprocessed' || (outcome === 'unknown' && repeatable);
		if (!again || attempts >= limits.attempts || spent > limits.budget) {
			const uncertain = !repeatable && isUncertain(result, outcome);
			throw failureOf(connection, result, { attempts, uncertain });
		}
		repeated ||= outcome === 'unknown';
		// After a 429 the limiter pauses all requests with this key.
		const waited = isRefusal(result) || (await wait(pause, connection.signal));
		if (!waited) throw cancelled();
	}
}

/** Keeps what a user may want to know. */
function notice({ notices }: Connection, result: Attempt, attempts: number): void {
	if (attempts === 2) notices.retried++;
	if (result.answered && result.headers.deprecation !== undefined) {
		notices.deprecation = String(result.headers.deprecation);
	}
}

const isRefusal = (result: Attempt): boolean => result.answered && result.status === 429;

/** A 404 on a DELETE whose first answer got lost: the first one did it. */
function isSuccess(status: number, request: ServiceRequest, repeated: boolean): boolean {
	if (status >= 200 && status < 300) return true;
	if (request.expected?.includes(status)) return true;
	return status === 404 && request.method === 'DELETE' && repeated;
}

/** A 500 says that something went wrong, not how far it came. */
const isUncertain = (result: Attempt, outcome: Outcome): boolean =>
	outcome === 'unknown' || (result.answered && result.status >= 500);

const cancelled = (): RequestError =>
	new RequestError({ message: 'The execution was cancelled', code: 'ERR_CANCELED' });
