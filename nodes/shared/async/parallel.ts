/** Tasks that can be done side by side, by their index from 0. */
export interface Tasks {
	/** How many there are; asked before each start, so it may change on the way. */
	count(): number;
	/** How many may be in flight once this one has started, itself counted. */
	concurrency(index: number): number;
	run(index: number): Promise<void>;
}

/**
 * Does tasks side by side, started in order. After the first failure none is started; those in
 * flight are waited for, since they can't be taken back.
 * @throws the failure of the task with the lowest index, as one after another would
 */
export async function inParallel(tasks: Tasks): Promise<void> {
	const inFlight = new Set<Promise<void>>();
	const failures = new Map<number, unknown>();

	for (let index = 0; index < tasks.count() && failures.size === 0; index++) {
		while (inFlight.size >= tasks.concurrency(index)) await Promise.race(inFlight);
		if (failures.size > 0 || index >= tasks.count()) break;
		const task = tasks
			.run(index)
			.catch((error: unknown) => void failures.set(index, error))
			.finally(() => inFlight.delete(task));
		inFlight.add(task);
	}
	await Promise.all(inFlight);

	if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
}
