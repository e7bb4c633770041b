/** Lets everything happen that can happen without time passing. */
export const settle = async (): Promise<void> => await jest.advanceTimersByTimeAsync(0);

/**
 * Lets fake time pass until a promise is settled; for `jest.useFakeTimers()`.
 * @returns the milliseconds that passed
 */
export async function passUntil(promise: Promise<unknown>): Promise<number> {
	const started = Date.now();
	let isSettled = false;
	const done = Promise.allSettled([promise]).then(() => (isSettled = true));
	await settle();
	while (!isSettled) await jest.advanceTimersToNextTimerAsync();
	await done;
	return Date.now() - started;
}
