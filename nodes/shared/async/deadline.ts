/** The time for something has run out. */
export class DeadlineError extends Error {
	constructor(milliseconds: number) {
		super(`no answer within ${milliseconds / 1000} s`);
		this.name = 'DeadlineError';
	}
}

/**
 * Waits for work, but no longer than a time; the work itself goes on.
 * @throws DeadlineError once the time has run out, else what the work throws
 */
export async function withDeadline<T>(milliseconds: number, work: Promise<T>): Promise<T> {
	// n8n Cloud allows no timer of our own; this one ends by itself.
	const timer = AbortSignal.timeout(Math.ceil(milliseconds));
	let onTimeout = () => {};
	const deadline = new Promise<never>((_, reject) => {
		onTimeout = () => reject(new DeadlineError(milliseconds));
		timer.addEventListener('abort', onTimeout, { once: true });
	});
	try {
		return await Promise.race([work, deadline]);
	} finally {
		timer.removeEventListener('abort', onTimeout);
	}
}
