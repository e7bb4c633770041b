import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { abortableSleep } from '../async/sleep';
import { buildUrl, encode } from '../input/address';
import { DEFAULT_WINDOW } from '../rateLimit/usage';
import type { Answer, ServiceRequest } from '../service/exchange';
import type { RequestError } from '../service/RequestError';
import type { Connection } from './connection';
import { failureOf, pauseFailure } from './failure';
import { judge, type Judgement, mayBeDone } from './judgement';
import { backoff, readRetryAfter, type RetryLimits } from './retry';
import { type Attempt, transport } from './transport';

/** The query of a request that is sent. @throws InputError for half characters */
export function queryOf({ query = {} }: ServiceRequest): IDataObject {
	const filled = Object.entries(query).filter(
		([, value]) => value !== undefined && value !== null && value !== '',
	);
	for (const [name, value] of filled) encode(String(value), `a value of ${name}`);
	return Object.fromEntries(filled);
}

function toOptions({ baseUrl }: Connection, request: ServiceRequest): IHttpRequestOptions {
	const qs = queryOf(request);
	return {
		method: request.method,
		url: buildUrl(baseUrl, request.path),
		...(Object.keys(qs).length > 0 && { qs }),
		...(request.body !== undefined && {
			// Text, because n8n leaves an empty object out.
			body: JSON.stringify(request.body),
			headers: { 'Content-Type': 'application/json' },
		}),
	};
}

const isRefusal = (result: Attempt): boolean => result.answered && result.status === 429;

/**
 * Milliseconds before the next attempt: as the service asks; after a refusal without a time, the window
 * of the rate limit; otherwise the back-off.
 */
function pauseAfter({ limit }: Connection, result: Attempt, attempts: number): number {
	const { 'retry-after': header, date } = result.answered ? result.headers : {};
	const asked = readRetryAfter(header, date);
	if (asked === undefined && limit && isRefusal(result)) return limit.window;
	return asked || backoff(attempts);
}

/** Sends a request once, when the rate limit allows it. Times are in milliseconds. */
async function sendOnce(
	connection: Connection,
	options: IHttpRequestOptions,
	{ attempts, maxPause, timeout }: { attempts: number; maxPause: number; timeout: number },
): Promise<{ result: Attempt; pause: number; took: number }> {
	const permit = await connection.acquire(maxPause);
	if ('pause' in permit) throw pauseFailure(connection, permit.pause);
	const started = performance.now();
	let refused: number | undefined;
	try {
		const result = await transport(connection, options, timeout);
		const pause = pauseAfter(connection, result, attempts);
		if (isRefusal(result)) refused = pause;
		return { result, pause, took: performance.now() - started };
	} finally {
		permit.release(refused);
	}
}

/**
 * Sends a request, and retries it if that is safe: one that was surely not processed, or for which twice
 * is the same as once. Waits as `Retry-After` asks, or with an exponential back-off, within the limits.
 * Waits for the rate limit don't count, nor do pauses after a 429 within the limit's window: they only
 * keep requests in order.
 * @throws InputError before anything is sent, RequestError if the request failed for good, the reason of
 *   the connection's signal once it is aborted
 */
export async function send(
	connection: Connection,
	request: ServiceRequest,
	limits: RetryLimits,
): Promise<Answer> {
	const options = toOptions(connection, request);
	const repeatable = request.repeatable ?? request.method !== 'POST';
	const creates = request.creates ?? !repeatable;
	const changes = request.method !== 'GET';
	const window = connection.limit?.window ?? DEFAULT_WINDOW;
	let maxPause = Math.max(window, limits.budget);
	let spent = 0;
	let repeated = false;
	/** The error of an attempt that may have created something: thrown however the request ends. */
	let mayExist: RequestError | undefined;
	const orMayExist = (reason: unknown): never => {
		throw mayExist ?? reason;
	};

	for (let attempts = 1; ; attempts++) {
		const attempt = { attempts, maxPause, timeout: limits.timeout };
		const { result, pause, took } = await sendOnce(connection, options, attempt).catch(orMayExist);
		record(connection, result, attempts);
		spent += isRefusal(result) && pause <= window ? took : took + pause;
		const mayGoOn = attempts < limits.attempts && spent <= limits.budget;
		// What is missing at another address may be at this one.
		const own = result.answered && result.redirected ? { ...request, expected: [] } : request;
		const isGood: boolean = result.answered && isSuccess(result.status, own, repeated);
		const isLost: boolean = isGood && changes && repeatable && hasText(result);
		if (result.answered && isGood && !(isLost && mayGoOn)) {
			const { status, body } = result;
			const headers = withoutSecrets(connection, result.headers);
			const elsewhere = connection.service.elsewhere?.(connection.baseUrl);
			const known = { repeated, repeatable, creates, changes, attempts, elsewhere };
			return { status, headers, body, ...known };
		}
		const judgement: Judgement = isLost ? 'unknown' : judge(result);
		const isUnsure = isLost || mayBeDone(result);
		const mayHaveBeenDone = changes && (isUnsure || repeated);
		const uncertain = creates && mayHaveBeenDone;
		const facts = { attempts, repeatable, repeated, mayHaveBeenDone, uncertain };
		if (creates && isUnsure) mayExist = failureOf(connection, result, facts);
		// A create that broke off with the execution has not been cancelled: it may be there.
		if (connection.signal?.aborted && !result.answered) orMayExist(connection.signal.reason);

		const mayRepeat = judgement === 'unprocessed' || (judgement === 'unknown' && repeatable);
		if (!mayRepeat || !mayGoOn) {
			const isTooLong = spent > limits.budget && pause > window;
			throw failureOf(connection, result, { ...facts, pause: isTooLong ? pause : undefined });
		}
		repeated ||= judgement === 'unknown';
		maxPause = Math.max(window, pause, limits.budget - spent);
		// After a 429 the limiter pauses all requests with this key.
		if (!isRefusal(result)) await abortableSleep(pause, connection.signal).catch(orMayExist);
	}
}

function record({ statistics, redact }: Connection, result: Attempt, attempts: number): void {
	if (attempts === 2) statistics.retried++;
	if (isRefusal(result)) statistics.rateLimited++;
	if (result.answered && result.headers.deprecation !== undefined) {
		statistics.deprecation = redact(String(result.headers.deprecation)).slice(0, 100);
	}
}

/** Whether the answer is text: no service answers a write with it. */
const hasText = (result: Attempt): boolean =>
	result.answered && typeof result.body === 'string' && result.body.trim() !== '';

/** Whether a status is a success, such as 404 for a DELETE whose first answer was lost. */
const isSuccess = (status: number, request: ServiceRequest, repeated: boolean): boolean =>
	(status >= 200 && status < 300) ||
	request.expected?.includes(status) === true ||
	(status === 404 && request.method === 'DELETE' && repeated);

/** The usual types, which hold no secret. */
const PLAIN_TYPE = /^application\/(hal\+)?json(; ?charset=utf-8)?$/i;

/** Redacts headers shown in errors. */
function withoutSecrets({ redact }: Connection, headers: IDataObject): IDataObject {
	const type = headers['content-type'];
	if (type === undefined || PLAIN_TYPE.test(String(type))) return headers;
	return { ...headers, 'content-type': redact(String(type)) };
}
