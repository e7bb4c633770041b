export async function timeOf(action: () => Promise<unknown>): Promise<number> {
	const started = performance.now();
	await action();
	return performance.now() - started;
}

/** CPU milliseconds of this process, in all its threads. */
export async function cpuTimeOf(action: () => Promise<unknown>): Promise<number> {
	const started = process.cpuUsage();
	await action();
	const { user, system } = process.cpuUsage(started);
	return (user + system) / 1000;
}
