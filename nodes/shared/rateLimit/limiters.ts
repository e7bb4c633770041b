import { createHash } from 'node:crypto';

import { Limiter } from './limiter';
import type { RateLimit } from './usage';

/** The limiters of all keys in use in this process, by a hash, never by the key itself. */
const limiters = new Map<string, Limiter>();

/** Name of a key that tells nothing about it. */
export const nameOfKey = (service: string, key: string): string =>
	createHash('sha256').update(`${service}\n${key}`).digest('hex');

/**
 * The limiter of one key; the same for every execution in this process. Request it again for each
 * request, since a limiter that has nothing left to remember makes room for others.
 * @param name from `nameOfKey`
 * @param limit as the credential has it now
 */
export function limiterFor(name: string, limit?: RateLimit): Limiter {
	const known = limiters.get(name);
	if (known) {
		known.limit = limit;
		return known;
	}
	for (const [other, limiter] of limiters) if (limiter.isIdle) limiters.delete(other);
	const limiter = new Limiter(limit);
	limiters.set(name, limiter);
	return limiter;
}
