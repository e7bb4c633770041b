/** Measures how long anybody was waiting; waits side by side count once. */
export class WaitClock {
	private waiting = 0;

	private since = 0;

	private total = 0;

	/** Milliseconds so far. */
	get elapsed(): number {
		return this.total + (this.waiting > 0 ? Date.now() - this.since : 0);
	}

	/** Measures a wait. */
	async during<T>(wait: Promise<T>): Promise<T> {
		if (this.waiting++ === 0) this.since = Date.now();
		try {
			return await wait;
		} finally {
			if (--this.waiting === 0) this.total += Date.now() - this.since;
		}
	}
}
