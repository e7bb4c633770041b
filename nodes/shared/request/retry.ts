/** How long and how often a request is tried again. */
export interface RetryLimits {
	/** Times that a request is sent at the most, the first one counted. */
	attempts: number;
	/** Milliseconds from the first try that no wait may reach beyond. */
	budget: number;
}

export const DEFAULT_RETRY_LIMITS: RetryLimits = { attempts: 5, budget: 90_000 };

/**
 * What a failed try says about the request:
 * - `unprocessed`: surely not carried out; any request may be sent again
 * - `unknown`: may have been carried out; sent again only where twice is the same as once
 * - `final`: sending it again would end the same way
 */
export type Outcome = 'unprocessed' | 'unknown' | 'final';

/** Judges an answer. 429 is refused before it is processed; a gateway's 502, 503, 504 tell nothing. */
export function outcomeOfStatus(status: number): Outcome {
	if (status === 429) return 'unprocessed';
	return [502, 503, 504].includes(status) ? 'unknown' : 'final';
}

const NEVER_CONNECTED = ['ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
const BROKEN = ['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ERR_BAD_RESPONSE'];

/**
 * Judges a connection that failed.
 * @param code Node.js's or axios's error code, e.g. `ECONNRESET`
 * @param whileConnecting the connection had not been made yet
 */
export function outcomeOfConnection(code: string | undefined, whileConnecting: boolean): Outcome {
	if (code === undefined) return 'unknown';
	if (NEVER_CONNECTED.includes(code) || (whileConnecting && BROKEN.includes(code))) {
		return 'unprocessed';
	}
	return BROKEN.includes(code) ? 'unknown' : 'final';
}

/**
 * Reads `Retry-After`: seconds, or an HTTP date (RFC 9110, 10.2.3).
 * @returns milliseconds, or undefined where the header is absent or unreadable
 */
export function readRetryAfter(header: unknown, now = Date.now()): number | undefined {
	const text = String(header ?? '').trim();
	if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
	const date = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

const FIRST_BACKOFF = 1_000;
const LONGEST_BACKOFF = 30_000;

/**
 * Milliseconds to wait before the next try: 1, 2, 4 … s, 30 s at the most, of which a random part
 * between a half and the whole, so that many executions don't come back at the same moment.
 * @param attempt number of the try that failed, from 1
 */
export function backoff(attempt: number, random = Math.random()): number {
	const whole = Math.min(FIRST_BACKOFF * 2 ** (attempt - 1), LONGEST_BACKOFF);
	return Math.round(whole * (0.5 + random / 2));
}
