/** How long and how often a request is tried again. */
export interface RetryLimits {
	/** Times that a request is sent at most, the first one counted. */
	attempts: number;
	/** Milliseconds from the first attempt that no wait may reach beyond. */
	budget: number;
	/** Milliseconds until the whole answer to one attempt must be there. */
	timeout: number;
}

export const DEFAULT_RETRY_LIMITS: RetryLimits = {
	attempts: 5,
	budget: 90_000,
	timeout: 60_000,
};

/**
 * What a failed attempt says about the request:
 * - `unprocessed`: surely not carried out; any request may be sent again
 * - `unknown`: may have been carried out; sent again only where twice is the same as once
 * - `final`: sending it again would end the same way
 */
export type Judgement = 'unprocessed' | 'unknown' | 'final';

/** Statuses of a gateway, or of a server out of breath: they don't say whether it was processed. */
const BUSY = [408, 502, 503, 504, 520, 521, 522, 523, 524];

/** Judges an answer. 429 is refused before it is processed. */
export function judgeStatus(status: number): Judgement {
	if (status === 429) return 'unprocessed';
	return BUSY.includes(status) ? 'unknown' : 'final';
}

const NEVER_CONNECTED = ['ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/**
 * Connections that broke, or brought what can't be read: sockets, Node.js's HTTP parser (HPE_), its
 * unpacking (Z_) and streams, and axios's word for an answer that was cut off.
 */
const BROKEN =
	/^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ERR_BAD_RESPONSE|HPE_|Z_|ERR_STREAM|ERR_HTTP2?_|ERR_SOCKET)/;

/**
 * OpenSSL's words for a certificate, a key or a PKCS#12 file that it can't use. They come without a
 * code, before a connection is made.
 */
const UNUSABLE_CERTIFICATE =
	/^(mac (verify failure|absent)|bad decrypt|unsupported( pkcs12 pfx data)?|not enough data|wrong tag|sequence length mismatch|.*too long|.*asn1.*|.*(key|md) too (small|weak))$/i;

/**
 * Judges a connection that failed.
 * @param code Node.js's or axios's error code, e.g. `ECONNRESET`
 * @param whileConnecting the connection had not been made yet
 * @param message of the error, which tells where there is no code
 */
export function judgeConnection(
	code: string | undefined,
	whileConnecting: boolean,
	message = '',
): Judgement {
	if (code === undefined) return UNUSABLE_CERTIFICATE.test(message) ? 'final' : 'unknown';
	const isBroken = BROKEN.test(code);
	if (NEVER_CONNECTED.includes(code) || (whileConnecting && isBroken)) return 'unprocessed';
	return isBroken ? 'unknown' : 'final';
}

/** Milliseconds: a service that asks for more than this has not said anything of use. */
const LONGEST_RETRY_AFTER = 7 * 86_400_000;

/**
 * Reads an HTTP date in any of its three forms, all of which are in UTC (RFC 9110, 5.6.7).
 * @returns milliseconds since 1970
 */
function readHttpDate(text: string): number | undefined {
	if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return undefined;
	const date = Date.parse(/(GMT|UTC|Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text} UTC`);
	return Number.isNaN(date) ? undefined : date;
}

/**
 * Reads `Retry-After`: seconds, or an HTTP date (RFC 9110, 10.2.3). A date is read against that of
 * the answer, so that a wrong clock here does no harm.
 * @param date of the answer, its header `Date`
 * @returns milliseconds, 0 for a moment that has passed; undefined where the header is absent,
 *   unreadable or over a week
 */
export function readRetryAfter(
	header: unknown,
	date?: unknown,
	now = readHttpDate(String(date ?? '').trim()) ?? Date.now(),
): number | undefined {
	const text = String(header ?? '').trim();
	const pause = /^\d+(\.\d+)?$/.test(text) ? Math.ceil(Number(text) * 1000) : untilDate(text, now);
	return pause !== undefined && pause <= LONGEST_RETRY_AFTER ? pause : undefined;
}

/** Milliseconds until an HTTP date; 0 for one in the past. */
function untilDate(text: string, now: number): number | undefined {
	const date = readHttpDate(text);
	return date === undefined ? undefined : Math.max(0, date - now);
}

const FIRST_BACKOFF = 1_000;
const LONGEST_BACKOFF = 30_000;

/**
 * Milliseconds to wait before the next attempt: 1, 2, 4 … s, 30 s at most, of which a random part
 * between a half and the whole, so that many executions don't come back at the same moment.
 * @param attempt number of the attempt that failed, from 1
 */
export function backoff(attempt: number, random = Math.random()): number {
	const whole = Math.min(FIRST_BACKOFF * 2 ** (attempt - 1), LONGEST_BACKOFF);
	return Math.round(whole * (0.5 + random / 2));
}
