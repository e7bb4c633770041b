export class DeadlineError extends Error {
	readonly code = 'ETIMEDOUT';

	constructor(milliseconds: number) {
		super(`no answer within ${Number((milliseconds / 1000).toFixed(1))} s`);
		this.name = 'DeadlineError';
	}
}

/**
 * Waits for work, but no longer than until a signal is aborted; the work itself goes on.
 * @param reason what is thrown then; by default the reason of the signal
 * @throws the reason once the signal is aborted, else what the work throws
 */
export async function untilAborted<T>(
	signal: AbortSignal,
	work: Promise<T>,
	reason = (): unknown => signal.reason,
): Promise<T> {
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
	return await untilAborted(timer, work, () => new DeadlineError(milliseconds));
}
