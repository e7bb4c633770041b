/** Lets tasks with the same key go one after another, in the order they came. */
export class KeyedMutex {
	private readonly last = new Map<string, Promise<unknown>>();

	/**
	 * Waits for the tasks that came before with one of the keys, then does this one.
	 * @param key of what must not be touched twice at the same time; several, where it touches several
	 */
	async run<T>(key: string | readonly string[], task: () => Promise<T>): Promise<T> {
		const keys = typeof key === 'string' ? [key] : key;
		const turn = Promise.allSettled(keys.map((one) => this.last.get(one))).then(task);
		for (const one of keys) this.last.set(one, turn);
		try {
			return await turn;
		} finally {
			for (const one of keys) if (this.last.get(one) === turn) this.last.delete(one);
		}
	}
}
