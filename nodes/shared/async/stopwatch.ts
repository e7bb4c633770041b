/** Measures how long anything was waited for; waits side by side count once. */
export class Stopwatch {
	private running = 0;

	private since = 0;

	private total = 0;

	/** Milliseconds so far. */
	get elapsed(): number {
		return this.total + (this.running > 0 ? performance.now() - this.since : 0);
	}

	async time<T>(wait: Promise<T>): Promise<T> {
		if (this.running++ === 0) this.since = performance.now();
		try {
			return await wait;
		} finally {
			if (--this.running === 0) this.total += performance.now() - this.since;
		}
	}
}
