/** Milliseconds that something took. */
export async function timeOf(action: () => Promise<unknown>): Promise<number> {
	const started = performance.now();
	await action();
	return performance.now() - started;
}

/** Milliseconds that this process computed, in all its threads, while something was done. */
export async function cpuTimeOf(action: () => Promise<unknown>): Promise<number> {
	const started = process.cpuUsage();
	await action();
	const { user, system } = process.cpuUsage(started);
	return (user + system) / 1000;
}
