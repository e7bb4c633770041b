/** How long and how often a request is retried. */
export interface RetryLimits {
	/** Most times that a request is sent, the first one included. */
	attempts: number;
	/** Milliseconds from the first attempt; no wait ends after it. */
	budget: number;
	/** Milliseconds for the whole answer to one attempt. */
	timeout: number;
}

export const DEFAULT_RETRY_LIMITS: RetryLimits = {
	attempts: 5,
	budget: 90_000,
	timeout: 60_000,
};

/** Milliseconds; the longest `Retry-After` that makes sense. */
const MAX_RETRY_AFTER = 7 * 86_400_000;

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
 * Reads `Retry-After`: seconds, or an HTTP date (RFC 9110, 10.2.3). A date is compared with that of the
 * answer, so that a wrong clock here does no harm.
 * @param date of the answer, its header `Date`
 * @returns milliseconds, 0 for a past moment; undefined if absent, unreadable or over a week
 */
export function readRetryAfter(header: unknown, date?: unknown, now?: number): number | undefined {
	const text = String(header ?? '').trim();
	const until = readHttpDate(text);
	if (until === undefined && !/^\d+(\.\d+)?$/.test(text)) return undefined;
	const since = now ?? readHttpDate(String(date ?? '').trim()) ?? Date.now();
	const pause = until === undefined ? Math.ceil(Number(text) * 1000) : Math.max(0, until - since);
	return pause <= MAX_RETRY_AFTER ? pause : undefined;
}

const FIRST_BACKOFF = 1_000;
const MAX_BACKOFF = 30_000;

/**
 * Returns milliseconds before the next attempt: 1, 2, 4 … s, at most 30 s, of which a random part from
 * a half to the whole, so that many executions don't return at the same moment.
 * @param attempt number of the failed attempt, from 1
 */
export function backoff(attempt: number, random = Math.random()): number {
	const whole = Math.min(FIRST_BACKOFF * 2 ** (attempt - 1), MAX_BACKOFF);
	return Math.round(whole * (0.5 + random / 2));
}
