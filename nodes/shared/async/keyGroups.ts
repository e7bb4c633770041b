interface Group {
	keys: Set<string>;
	/** Resolves once its last task has ended; holds no result. */
	last: Promise<unknown>;
}

/**
 * Runs tasks one at a time, in the order they came, where keys connect them, directly or through
 * other tasks. Two items can mean the same record though each knows it by another key.
 */
export class KeyGroups {
	private readonly groups = new Map<string, Group>();

	async run<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
		const joined = [...new Set(keys.flatMap((key) => this.groups.get(key) ?? []))];
		// The smaller ones join the largest.
		joined.sort((a, b) => b.keys.size - a.keys.size);
		const run = Promise.all(joined.map(({ last }) => last)).then(task);
		const last = Promise.allSettled([run]).then(() => undefined);
		const [group = { keys: new Set<string>(), last }, ...others] = joined;
		group.last = last;
		for (const key of [...keys, ...others.flatMap((other) => [...other.keys])]) {
			group.keys.add(key);
			this.groups.set(key, group);
		}
		return await run;
	}
}
