/** The time for something has run out. */
export class DeadlineError extends Error {
	readonly code = 'ETIMEDOUT';

	constructor(milliseconds: number) {
		super(`no answer within ${Number((milliseconds / 1000).toFixed(1))} s`);
		this.name = 'DeadlineError';
	}
}

/** Waits for work, but no longer than until a signal is aborted; the work itself goes on. */
async function race<T>(signal: AbortSignal, work: Promise<T>, reason: () => unknown): Promise<T> {
	let onAbort = () => {};
	const end = new Promise<never>((_, reject) => {
		onAbort = () => reject(reason());
		if (signal.aborted) onAbort();
		else signal.addEventListener('abort', onAbort, { once: true });
	});
	try {
		return await Promise.race([work, end]);
	} finally {
		signal.removeEventListener('abort', onAbort);
	}
}

/**
 * Waits for work, but no longer than a time; the work itself goes on.
 * @throws DeadlineError once the time has run out, else what the work throws
 */
export async function withDeadline<T>(milliseconds: number, work: Promise<T>): Promise<T> {
	// n8n Cloud allows no timer of our own; this one ends by itself.
	const timer = AbortSignal.timeout(Math.ceil(milliseconds));
	return await race(timer, work, () => new DeadlineError(milliseconds));
}

/**
 * Waits for work, but no longer than until a signal is aborted; the work itself goes on.
 * @throws the reason of the signal once it is aborted, else what the work throws
 */
export const untilAborted = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
	await race(signal, work, () => signal.reason);
