/** What is known about a request that failed. */
export interface RequestFailure {
	/** One sentence: what happened, in the service's words if it gave any. */
	message: string;
	/** What to do next. */
	advice?: string;
	/** HTTP status; absent if there was no answer. */
	status?: number;
	/** The service's own error code, e.g. `insufficient_scope`, or the network's, e.g. `ECONNRESET`. */
	code?: string;
	/** It may have created something. */
	uncertain?: boolean;
	/** It changes something, and may have been carried out. */
	mayHaveBeenDone?: boolean;
	/** Seconds that the service asks to wait, if it says so. */
	retryAfter?: number;
	/** An attempt before the last one may have been carried out. */
	repeated?: boolean;
	/** How often the request was sent. */
	attempts?: number;
}

/** For a create whose answer was lost. */
export const UNCERTAIN = 'It may have been created all the same.';

/** What to do about it. @param repeatable twice is the same as once */
export const uncertainAdvice = (repeatable: boolean): string =>
	repeatable
		? 'Run this item again: it overwrites what is already there with the same values.'
		: 'Check whether it exists before you run this item again, or it may exist twice.';

/** A request that failed for good, after the retries that are safe for it. */
export class RequestError extends Error {
	constructor(readonly failure: RequestFailure) {
		super(failure.message);
		this.name = 'RequestError';
	}
}
