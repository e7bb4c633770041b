/** At most `requests` requests in any `windowMs` milliseconds. */
export interface RateLimit {
	requests: number;
	windowMs: number;
}

/** A sliding window per key, over the accepted requests. */
export class SlidingWindow {
	private readonly passed = new Map<string, number[]>();

	/** Counts a request. @returns milliseconds until there is room; 0 when it is accepted */
	take(key: string, limit: RateLimit): number {
		const now = performance.now();
		let times = this.passed.get(key);
		if (!times) this.passed.set(key, (times = []));
		const left = times.findIndex((time) => time > now - limit.windowMs);
		times.splice(0, left === -1 ? times.length : left);
		if (times.length < limit.requests) {
			times.push(now);
			return 0;
		}
		// After a lower limit was set, more than one request has to leave first.
		const lastToLeave = times[times.length - limit.requests] ?? now;
		return Math.max(1, lastToLeave + limit.windowMs - now);
	}

	clear(): void {
		this.passed.clear();
	}
}
