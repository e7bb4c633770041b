import { ADDRESS_ADVICE, isPageOfText } from '../service/answer';
import {
	RequestError,
	type RequestFailure,
	UNCERTAIN,
	uncertainAdvice,
} from '../service/RequestError';
import type { FailureFacts } from '../service/service';
import type { Connection } from './connection';
import { faultOf, judge } from './judgement';
import { readRetryAfter } from './retry';
import type { Attempt } from './transport';

/** What to do, by status or code, if the service says nothing more specific. */
const COMMON_ADVICE: Record<string, string> = {
	400: 'Check the values of this item against what the service accepts.',
	401: 'Check the credential: the service does not know this key.',
	403: 'Ask whoever manages the account to give this key the permission it lacks.',
	404: 'Check the identifier: it may have been deleted, or belong to another account.',
	405: 'Check the base URL in the credential.',
	408: 'The service takes too long to answer. Try again later.',
	409: 'It already exists: get it first, then update it.',
	422: 'Its current state does not allow this change: get it first and look at its status.',
	429: 'Run the workflow at a quieter time, or raise Maximum Retry Time under Options.',
	500: 'Try again later. If the error persists, contact the service.',
	502: 'The service is not reachable at the moment. Try again later.',
	503: 'The service is not available at the moment. Try again later.',
	504: 'The service takes too long to answer. Try again later.',
	ENOTFOUND: 'Check the base URL in the credential: no server has this name.',
	ECONNREFUSED: 'Check the base URL in the credential, and whether the service is online.',
	ERR_BAD_RESPONSE: 'Try again later.',
	ERR_TOO_LARGE: 'Check the base URL in the credential: the service does not answer like this.',
	ETIMEDOUT: 'Try again later, or raise Timeout under Options.',
};

/** Most characters to show of the service's own words. */
const MAX_WORDS = 600;

const cut = (text: string): string =>
	text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}...` : text;

/** The service's own words, as text. Redacted before they are cut: half a secret is not recognised. */
function wordsOf({ service, redact }: Connection, body: unknown): FailureFacts {
	const { message, code } = service.readError(body);
	const shown = (value: unknown): string | undefined => {
		if (value === undefined || value === null || value === '') return undefined;
		return redact(typeof value === 'object' ? JSON.stringify(value) : String(value));
	};
	return { message: shown(message), code: shown(code) };
}

/** Until when the service refuses requests, e.g. `24 Nov 2026, 22:15 (Europe/Amsterdam)`. */
function pausedUntil({ context, service }: Connection, pause: number): string {
	const timeZone = context.getTimezone?.() || 'UTC';
	const options = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
	const end = new Date(Date.now() + pause).toLocaleString('en-GB', options);
	return `${service.name} is rate limiting requests until ${end} (${timeZone})`;
}

/** OpenSSL's reason, without its place in OpenSSL's source. */
const reasonIn = (message: string): string =>
	/^[\dA-F]+:error:[\dA-F]+:[^:]*:[^:]*:([^:]+):/.exec(message)?.[1] ?? message;

/** One sentence on what happened. */
function describe({ service, redact }: Connection, failed: Attempt, words: FailureFacts): string {
	const { name } = service;
	if (!failed.answered) {
		const detail = [reasonIn(failed.message ?? ''), failed.code].filter(Boolean);
		const reason = cut(redact([...new Set(detail)].join(', ')));
		const isInsecure = faultOf(failed.code, failed.message) === 'insecure';
		return `The ${isInsecure ? 'secure connection' : 'connection'} to ${name} failed (${reason})`;
	}
	const { status, headers } = failed;
	if (status < 300) return `${name} sent an answer that can't be read (HTTP ${status})`;
	if (status < 400) {
		return `${name} redirects to ${cut(redact(String(headers.location ?? 'nowhere')))}, which is not followed with a credential (HTTP ${status})`;
	}
	const label = cut([`HTTP ${status}`, words.code].filter(Boolean).join(', '));
	return words.message
		? `${name}: ${cut(words.message)} (${label})`
		: `${name} answered with an error and no explanation (${label})`;
}

/** Advice on a failure that has none of its own. */
function generalAdvice(failed: Attempt): string {
	if (!failed.answered) {
		return faultOf(failed.code, failed.message) === 'insecure'
			? 'Check the base URL and the certificates in the credential.'
			: 'Check the network of the n8n server and whether the service is online.';
	}
	if (failed.status < 400) return COMMON_ADVICE[405];
	if (judge(failed) === 'unknown') return COMMON_ADVICE[503];
	return COMMON_ADVICE[failed.status >= 500 ? 500 : 400];
}

function adviceFor(connection: Connection, failed: Attempt, words: FailureFacts): string {
	const { service, credentials } = connection;
	const facts = failed.answered
		? { status: failed.status, ...words }
		: { code: failed.code, message: failed.message };
	const key = String((failed.answered ? failed.status : failed.code) ?? '');
	const special = service.specialAdvice?.(facts, credentials);
	const isElsewhere = !failed.answered || isPageOfText(failed);
	const elsewhere = isElsewhere ? service.elsewhere?.(connection.baseUrl) : undefined;
	if (elsewhere !== undefined) {
		return [special, elsewhere, failed.answered && ADDRESS_ADVICE].filter(Boolean).join(' ');
	}
	return special ?? service.advice[key] ?? COMMON_ADVICE[key] ?? generalAdvice(failed);
}

type Facts = Required<
	Pick<RequestFailure, 'attempts' | 'repeated' | 'uncertain' | 'mayHaveBeenDone'>
>;

/**
 * Makes the error of a request that failed for good.
 * @param details.repeatable twice is the same as once
 * @param details.pause milliseconds that the service asks to wait, if that is too long
 */
export function failureOf(
	connection: Connection,
	failed: Attempt,
	{ repeatable, pause, ...facts }: Facts & { repeatable: boolean; pause?: number },
): RequestError {
	const { attempts, uncertain } = facts;
	const words = failed.answered ? wordsOf(connection, failed.body) : {};
	const message = describe(connection, failed, words);
	const advice = [
		attempts > 1 && `It was tried ${attempts} times.`,
		pause !== undefined && `${pausedUntil(connection, pause)}.`,
		uncertain ? uncertainAdvice(repeatable) : adviceFor(connection, failed, words),
	];
	const failure: RequestFailure = {
		...facts,
		message: uncertain ? `${message}. ${UNCERTAIN}` : message,
		advice: connection.redact(advice.filter(Boolean).join(' ')),
	};
	if (!failed.answered) return new RequestError({ ...failure, code: failed.code });
	const { status, headers } = failed;
	const asked = readRetryAfter(headers['retry-after'], headers.date);
	const retryAfter = asked === undefined ? undefined : Math.ceil(asked / 1000);
	return new RequestError({ ...failure, status, code: words.code && cut(words.code), retryAfter });
}

/**
 * Makes the error of a request that was not sent, because the service asked for a longer pause than the
 * request may wait.
 * @param pause milliseconds
 */
export const pauseFailure = (connection: Connection, pause: number): RequestError =>
	new RequestError({
		message: `${pausedUntil(connection, pause)}, after too many requests. Nothing was sent.`,
		advice: 'Run the workflow after that time.',
		status: 429,
		retryAfter: Math.ceil(pause / 1000),
		attempts: 0,
	});
