import { createHash } from 'node:crypto';

import { Limiter } from './limiter';
import type { RateLimit } from './usage';

/** The limiters of all keys in use in this process, by the hash of the key. */
const limiters = new Map<string, Limiter>();

/** Hashes an API key for use as a map key. */
export const hashKey = (service: string, key: string): string =>
	createHash('sha256').update(`${service}\n${key}`).digest('hex');

/**
 * Returns the limiter of a key, the same for every execution in this process. Call it for each request:
 * a limiter with nothing to remember is dropped.
 * @param hash from `hashKey`
 * @param limit from the credential as it is now
 */
export function limiterFor(hash: string, limit?: RateLimit): Limiter {
	const known = limiters.get(hash);
	if (known) {
		known.limit = limit;
		return known;
	}
	for (const [other, limiter] of limiters) if (limiter.isIdle) limiters.delete(other);
	const limiter = new Limiter(limit);
	limiters.set(hash, limiter);
	return limiter;
}
