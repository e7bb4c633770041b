/** Tasks that can be done side by side, by their index from 0. */
export interface Tasks {
	/** How many there are; asked before each start, so it may change on the way. */
	count(): number;
	/** How many may be under way when this one starts, itself counted. */
	bound(index: number): number;
	run(index: number): Promise<void>;
}

/**
 * Does tasks side by side, started in order. After the first failure none is started; those under
 * way are waited for, since they can't be taken back.
 * @throws the failure of the task with the lowest index, as one after another would
 */
export async function inParallel(tasks: Tasks): Promise<void> {
	const underWay = new Set<Promise<void>>();
	const failures = new Map<number, unknown>();

	for (let index = 0; index < tasks.count() && failures.size === 0; index++) {
		while (underWay.size >= tasks.bound(index)) await Promise.race(underWay);
		if (failures.size > 0 || index >= tasks.count()) break;
		const task = tasks
			.run(index)
			.catch((error: unknown) => void failures.set(index, error))
			.finally(() => underWay.delete(task));
		underWay.add(task);
	}
	await Promise.all(underWay);

	if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
}
