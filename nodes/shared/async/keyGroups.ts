interface Group {
	keys: Set<string>;
	last: Promise<unknown>;
}

/**
 * Runs tasks one at a time, in the order they came, where keys connect them: directly, or through
 * other tasks. Two items can mean the same contact though each knows it by another key.
 */
export class KeyGroups {
	private readonly groups = new Map<string, Group>();

	async run<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
		const joined = [...new Set(keys.flatMap((key) => this.groups.get(key) ?? []))];
		const run = Promise.allSettled(joined.map(({ last }) => last)).then(task);
		const [group = { keys: new Set<string>(), last: run }, ...others] = joined;
		group.last = run;
		for (const key of [...keys, ...others.flatMap((other) => [...other.keys])]) {
			group.keys.add(key);
			this.groups.set(key, group);
		}
		return await run;
	}
}
