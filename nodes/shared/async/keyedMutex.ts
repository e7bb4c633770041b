/** Lets tasks with the same key go one after another, in the order they came. */
export class KeyedMutex {
	private readonly last = new Map<string, Promise<unknown>>();

	/**
	 * Waits for the tasks that came before with this key, then does this one.
	 * @param key of what must not be touched twice at the same time
	 */
	async run<T>(key: string, task: () => Promise<T>): Promise<T> {
		const turn = Promise.allSettled([this.last.get(key)]).then(task);
		this.last.set(key, turn);
		try {
			return await turn;
		} finally {
			if (this.last.get(key) === turn) this.last.delete(key);
		}
	}
}
