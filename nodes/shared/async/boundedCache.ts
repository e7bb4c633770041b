/** Keeps the values that were set last, each for a limited time. */
export class BoundedCache<Key, Value> {
	private readonly entries = new Map<Key, { value: Value; since: number }>();

	/**
	 * @param maximum how many are kept; the oldest make room
	 * @param lifetime milliseconds that each is kept, by a clock that is never set; without it, for as long as there is room
	 */
	constructor(
		private readonly maximum: number,
		private readonly lifetime = Infinity,
	) {}

	/** @param lifetime milliseconds; a value that is older is forgotten */
	get(key: Key, lifetime = this.lifetime): Value | undefined {
		const entry = this.entries.get(key);
		if (entry && performance.now() - entry.since < lifetime) return entry.value;
		this.entries.delete(key);
		return undefined;
	}

	set(key: Key, value: Value): void {
		this.entries.delete(key);
		this.entries.set(key, { value, since: performance.now() });
		if (this.entries.size > this.maximum) {
			const [oldest] = this.entries.keys();
			this.entries.delete(oldest);
		}
	}
}
