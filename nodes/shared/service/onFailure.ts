import { RequestError } from './RequestError';

/** Calls a function if a request fails, then throws its error. */
export async function onFailure<T>(
	work: Promise<T>,
	act: (error: RequestError) => void,
): Promise<T> {
	const [done] = await Promise.allSettled([work]);
	if (done.status === 'fulfilled') return done.value;
	if (done.reason instanceof RequestError) act(done.reason);
	throw done.reason;
}

/** Ignores a failed request. Throws any other error, such as the end of a run. */
export async function ignoreFailure(work: Promise<void> | undefined): Promise<void> {
	const [done] = await Promise.allSettled([work]);
	if (done.status === 'rejected' && !(done.reason instanceof RequestError)) throw done.reason;
}
