import { RequestError } from './RequestError';

/** Calls a function if a request fails, then throws its error. */
export async function onFailure<T>(
	work: Promise<T>,
	act: (error: RequestError) => void,
): Promise<T> {
	return await work.catch((error: unknown) => {
		if (error instanceof RequestError) act(error);
		throw error;
	});
}

/** Ignores a failed request. Throws any other error, such as the end of a run. */
export async function ignoreFailure(work: Promise<void> | undefined): Promise<void> {
	await work?.catch((error: unknown) => {
		if (!(error instanceof RequestError)) throw error;
	});
}
