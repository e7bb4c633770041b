import type { PauseError } from '../rateLimit/PauseError';
import { RequestError, UNCERTAIN, uncertainAdvice } from '../service/RequestError';
import type { ServiceMessage } from '../service/service';
import type { Attempt } from './attempt';
import type { Connection } from './connection';
import { judgeStatus, readRetryAfter } from './retry';

/** What a user can do, where the service has nothing more exact to say. By status or code. */
const COMMON_ADVICE: Record<string, string> = {
	400: 'Check the values of this item against what the service accepts.',
	401: 'Check the credential: the service does not know this key.',
	403: 'Ask whoever manages the account to give this key the permission it lacks.',
	404: 'Check the identifier: it may have been deleted, or belong to another account.',
	405: 'Check the base URL in the credential.',
	409: 'It exists already: get it first, then update it.',
	408: 'The service takes too long to answer. Try again later.',
	422: 'Its present state does not allow this change: get it first and look at its status.',
	429: 'Run the workflow at a quieter time, or raise Maximum Retry Time under Options.',
	500: 'Try again later; if it stays, ask the service.',
	502: 'The service is not reachable for now. Try again later.',
	503: 'The service is not available for now. Try again later.',
	504: 'The service takes too long to answer. Try again later.',
	ENOTFOUND: 'Check the base URL in the credential: no server has this name.',
	ECONNREFUSED: 'Check the base URL in the credential, and whether the service is online.',
	ERR_BAD_RESPONSE: 'Try again later.',
	ERR_TOO_LARGE: 'Check the base URL in the credential: this is not what the service answers with.',
	ETIMEDOUT: 'Try again later, or raise Timeout under Options.',
};

const isTlsCode = (code: string | undefined): boolean =>
	code !== undefined &&
	/^(ERR_TLS|ERR_SSL|ERR_OSSL|EPROTO|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_)/.test(code);

/** Most characters of a service's words that are told. */
const LONGEST_WORDS = 600;

const cut = (text: string): string =>
	text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS)}...` : text;

/** Words as text, also where they are none. */
function toText(value: unknown): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Blotted out before they are cut, as half a secret would not be recognised. */
function wordsOf({ service, redact }: Connection, body: unknown): ServiceMessage {
	const { message, code } = service.readError(body);
	const told = (value: unknown) => {
		const text = toText(value);
		return text && redact(text);
	};
	return { message: told(message), code: told(code) };
}

/** A moment as a user reads it, e.g. `24 Nov 2026, 22:15 (Europe/Amsterdam)`. */
function moment(connection: Connection, milliseconds: number): string {
	const timeZone = connection.context.getTimezone?.() || 'UTC';
	const options = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
	return `${new Date(Date.now() + milliseconds).toLocaleString('en-GB', options)} (${timeZone})`;
}

/** OpenSSL's reason alone, of a line that also says where in its source. */
const reasonIn = (message: string): string =>
	/^[\dA-F]+:error:[\dA-F]+:[^:]*:[^:]*:([^:]+):/.exec(message)?.[1] ?? message;

/** One sentence on what happened. */
function describe(connection: Connection, failed: Attempt, words: ServiceMessage): string {
	const { redact } = connection;
	const service = connection.service.name;
	if (!failed.answered) {
		const detail = [reasonIn(failed.message ?? ''), failed.code].filter(Boolean);
		const reason = cut(redact([...new Set(detail)].join(', ')));
		if (isTlsCode(failed.code)) return `The secure connection to ${service} failed (${reason})`;
		return `The connection to ${service} failed (${reason})`;
	}
	const { status, headers } = failed;
	if (status < 300) return `${service} sent an answer that can't be read (HTTP ${status})`;
	if (status >= 300 && status < 400) {
		return `${service} redirects to ${cut(redact(String(headers.location ?? 'nowhere')))}, which is not followed with a credential (HTTP ${status})`;
	}
	const label = [`HTTP ${status}`, words.code].filter(Boolean).join(', ');
	return words.message
		? `${service}: ${cut(words.message)} (${cut(label)})`
		: `${service} answered with an error and no explanation (${cut(label)})`;
}

function adviceFor(
	connection: Connection,
	failed: Attempt,
	words: ServiceMessage,
): string | undefined {
	const { service, credentials } = connection;
	const facts = failed.answered
		? { status: failed.status, ...words }
		: { code: failed.code, message: failed.message };
	const special = service.specialAdvice?.(facts, credentials);
	if (special) return special;
	const key = String((failed.answered ? failed.status : failed.code) ?? '');
	const known = service.advice[key] ?? COMMON_ADVICE[key];
	if (known) return known;
	if (!failed.answered) {
		return isTlsCode(failed.code)
			? 'Check the base URL and the certificates in the credential.'
			: 'Check the network of the n8n server and whether the service is online.';
	}
	if (failed.status >= 300 && failed.status < 400) return 'Check the base URL in the credential.';
	if (judgeStatus(failed.status) === 'unknown') return COMMON_ADVICE[503];
	return failed.status >= 500 ? COMMON_ADVICE[500] : COMMON_ADVICE[400];
}

/** Seconds that the service asks to wait; undefined where it doesn't say. */
function secondsAsked(failed: Attempt): number | undefined {
	if (!failed.answered) return undefined;
	const pause = readRetryAfter(failed.headers['retry-after'], failed.headers.date);
	return pause === undefined ? undefined : Math.ceil(pause / 1000);
}

/**
 * Makes the error of a request that failed for good.
 * @param facts.uncertain the request may have created something all the same
 * @param facts.repeatable twice is the same as once
 * @param facts.pause milliseconds for which the service asked to be left alone, where that is too long
 */
export function failureOf(
	connection: Connection,
	failed: Attempt,
	facts: {
		attempts: number;
		uncertain: boolean;
		repeatable: boolean;
		repeated?: boolean;
		mayHaveBeenDone?: boolean;
		pause?: number;
	},
): RequestError {
	const words = failed.answered ? wordsOf(connection, failed.body) : {};
	const what = describe(connection, failed, words);
	const message = facts.uncertain ? `${what}. ${UNCERTAIN}` : what;
	const tried = facts.attempts > 1 ? `It was tried ${facts.attempts} times.` : '';
	const until =
		facts.pause === undefined
			? ''
			: `${connection.service.name} asks to be left alone until ${moment(connection, facts.pause)}.`;
	const advice = facts.uncertain
		? uncertainAdvice(facts.repeatable)
		: adviceFor(connection, failed, words);
	return new RequestError({
		message,
		advice: connection.redact([tried, until, advice].filter(Boolean).join(' ')),
		status: failed.answered ? failed.status : undefined,
		code: failed.answered ? words.code && cut(words.code) : failed.code,
		uncertain: facts.uncertain,
		mayHaveBeenDone: facts.mayHaveBeenDone,
		retryAfter: secondsAsked(failed),
		repeated: facts.repeated,
		attempts: facts.attempts,
	});
}

/**
 * Makes the error of a request that was not sent, because the service wants to be left alone for
 * longer than it may wait.
 */
export function pauseFailure(connection: Connection, { milliseconds }: PauseError): RequestError {
	const { name } = connection.service;
	return new RequestError({
		message: `${name} asks to be left alone until ${moment(connection, milliseconds)}, after too many requests. Nothing was sent.`,
		advice: 'Run the workflow after that time.',
		status: 429,
		retryAfter: Math.ceil(milliseconds / 1000),
		attempts: 0,
	});
}
