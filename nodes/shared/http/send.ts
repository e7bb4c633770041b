import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { abortableSleep } from '../async/sleep';
import { buildUrl, encode } from '../input/address';
import { PauseError } from '../rateLimit/PauseError';
import type { Permit } from '../rateLimit/limiter';
import type { Answer, ServiceRequest } from '../service/exchange';
import type { RequestError } from '../service/RequestError';
import { attempt, type Attempt } from './attempt';
import type { Connection } from './connection';
import { failureOf, pauseFailure } from './failure';
import {
	backoff,
	judgeConnection,
	judgeStatus,
	readRetryAfter,
	type Judgement,
	type RetryLimits,
} from './retry';

function toOptions(connection: Connection, request: ServiceRequest): IHttpRequestOptions {
	const query = Object.entries(request.query ?? {}).filter(
		([, value]) => value !== undefined && value !== null && value !== '',
	);
	for (const [name, value] of query) encode(String(value), `a value of ${name}`);
	return {
		method: request.method,
		url: buildUrl(connection.baseUrl, request.path),
		...(query.length > 0 && { qs: Object.fromEntries(query) as IDataObject }),
		...(request.body !== undefined && {
			// Text, because n8n leaves an empty object out.
			body: JSON.stringify(request.body),
			headers: { 'Content-Type': 'application/json' },
		}),
	};
}

/** An attempt, and what follows from it. */
interface JudgedAttempt {
	result: Attempt;
	judgement: Judgement;
	/** Milliseconds to wait before the next attempt. */
	pause: number;
	/** Milliseconds that the attempt took. */
	took: number;
}

const judge = (result: Attempt): Judgement =>
	result.answered
		? judgeStatus(result.status)
		: judgeConnection(result.code, result.whileConnecting, result.message);

/** A permit of the key's limiter. @throws RequestError where the service's pause is too long */
async function acquire(connection: Connection, patience: number): Promise<Permit> {
	let tooLong: PauseError;
	try {
		return await connection.acquire(patience);
	} catch (error) {
		connection.signal?.throwIfAborted();
		tooLong = error as PauseError;
	}
	throw tooLong instanceof PauseError ? pauseFailure(connection, tooLong) : tooLong;
}

/**
 * Milliseconds to wait before the next attempt: what the service asks for; after a refusal that
 * names no time, the window of the key's limit; else, and at least, the back-off.
 */
function pauseAfter({ limit }: Connection, result: Attempt, attempts: number): number {
	const { 'retry-after': header, date } = result.answered ? result.headers : {};
	const asked = readRetryAfter(header, date);
	if (asked === undefined && limit && isRefusal(result)) return limit.window;
	return asked || backoff(attempts);
}

/** Sends a request once, as soon as the limit of the key allows. */
async function sendOnce(
	connection: Connection,
	options: IHttpRequestOptions,
	attempts: number,
	limits: RetryLimits & { patience: number },
): Promise<JudgedAttempt> {
	const permit = await acquire(connection, limits.patience);
	const started = performance.now();
	let refused: number | undefined;
	try {
		const result = await attempt(connection, options, limits.timeout);
		const pause = pauseAfter(connection, result, attempts);
		if (isRefusal(result)) refused = pause;
		return { result, judgement: judge(result), pause, took: performance.now() - started };
	} finally {
		permit.release(refused);
	}
}

/** A pause within this, in milliseconds, is waiting for the limit, where no window is documented. */
const USUAL_WINDOW = 60_000;

/**
 * Sends a request, again where that is safe: anything that was surely not processed, and beyond
 * that only what is the same twice as once. Waits as long as `Retry-After` asks, else with an
 * exponential back-off, within the limits. Waiting for the rate limit of the key is not counted, nor
 * is the pause after a 429 that lies within the limit's window: that only keeps requests in order.
 * @throws InputError before anything is sent, RequestError when the request failed for good, the
 *   reason of the connection's signal once it is aborted
 */
export async function send(
	connection: Connection,
	request: ServiceRequest,
	limits: RetryLimits,
): Promise<Answer> {
	const options = toOptions(connection, request);
	const repeatable = request.repeatable ?? request.method !== 'POST';
	const creates = request.creates ?? !repeatable;
	const window = connection.limit?.window ?? USUAL_WINDOW;
	let patience = Math.max(window, limits.budget);
	let spent = 0;
	let repeated = false;
	/** Of an attempt that may have created something: whatever ends the request, this is told. */
	let mayExist: RequestError | undefined;
	const orMayExist = (reason: unknown): never => {
		throw mayExist ?? reason;
	};

	for (let attempts = 1; ; attempts++) {
		const sent = await sendOnce(connection, options, attempts, { ...limits, patience }).catch(
			orMayExist,
		);
		const { result, pause, took } = sent;
		record(connection, result, attempts);
		spent += isRefusal(result) && pause <= window ? took : took + pause;
		const mayGoOn = attempts < limits.attempts && spent <= limits.budget;
		const isGood: boolean = result.answered && isSuccess(result.status, request, repeated);
		const isLost: boolean = isGood && repeatable && isUnreadable(request, result);
		if (result.answered && isGood && !(isLost && mayGoOn)) {
			const { status, body } = result;
			const headers = withoutSecrets(connection, result.headers);
			const changes = request.method !== 'GET';
			return { status, headers, body, repeated, repeatable, creates, changes, attempts };
		}
		const judgement: Judgement = isLost ? 'unknown' : sent.judgement;
		const unsure = isUnsure(result, judgement);
		const mayHaveBeenDone = request.method !== 'GET' && (unsure || repeated);
		const failure = { attempts, repeatable, repeated, mayHaveBeenDone };
		if (creates && unsure) {
			mayExist = failureOf(connection, result, { ...failure, uncertain: true });
		}
		// A create that broke off with the execution has not been cancelled: it may be there.
		if (connection.signal?.aborted && !result.answered) orMayExist(connection.signal.reason);

		const mayRepeat = judgement === 'unprocessed' || (judgement === 'unknown' && repeatable);
		if (!mayRepeat || !mayGoOn) {
			const isTooLong = spent > limits.budget && pause > window;
			throw failureOf(connection, result, {
				...failure,
				uncertain: mayExist !== undefined,
				mayHaveBeenDone: mayHaveBeenDone || mayExist !== undefined,
				pause: isTooLong ? pause : undefined,
			});
		}
		repeated ||= judgement === 'unknown';
		patience = Math.max(window, pause, limits.budget - spent);
		// After a 429 the limiter pauses all requests with this key.
		if (!isRefusal(result)) await abortableSleep(pause, connection.signal).catch(orMayExist);
	}
}

/** Keeps what a user may want to know. */
function record({ statistics, redact }: Connection, result: Attempt, attempts: number): void {
	if (attempts === 2) statistics.retried++;
	if (result.answered && result.headers.deprecation !== undefined) {
		statistics.deprecation = redact(String(result.headers.deprecation)).slice(0, 100);
	}
}

const isRefusal = (result: Attempt): boolean => result.answered && result.status === 429;

/** Whether a write was answered with what can't be read: no service answers one with text. */
const isUnreadable = ({ method }: ServiceRequest, result: Attempt): boolean =>
	method !== 'GET' &&
	result.answered &&
	typeof result.body === 'string' &&
	result.body.trim() !== '';

/** A 404 on a DELETE whose first answer got lost: the first one did it. */
function isSuccess(status: number, request: ServiceRequest, repeated: boolean): boolean {
	if (status >= 200 && status < 300) return true;
	if (request.expected?.includes(status)) return true;
	return status === 404 && request.method === 'DELETE' && repeated;
}

/** Codes of what goes wrong before a request is sent: no such name, or no secure connection. */
const NEVER_SENT =
	/^(ENOTFOUND|CERT_|ERR_TLS|ERR_SSL|ERR_OSSL|EPROTO|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_|SSRF_|ERR_INVALID_)/;

/** Whether a request that failed may have been carried out all the same. */
function isUnsure(result: Attempt, judgement: Judgement): boolean {
	if (judgement === 'unprocessed') return false;
	// A 500 says that something went wrong, not how far it came.
	if (result.answered) return judgement === 'unknown' || result.status >= 500;
	return !NEVER_SENT.test(result.code ?? '');
}

/** What of an answer's headers is told in an error holds no secret. */
function withoutSecrets({ redact }: Connection, headers: IDataObject): IDataObject {
	const type = headers['content-type'];
	return type === undefined ? headers : { ...headers, 'content-type': redact(String(type)) };
}
