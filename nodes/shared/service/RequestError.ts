/** What is known about a request that failed. */
export interface RequestFailure {
	/** One sentence: what happened, in the service's words where it gave any. */
	message: string;
	/** What to do next. */
	advice?: string;
	/** HTTP status; absent when no answer came. */
	status?: number;
	/** The service's own error code, e.g. `insufficient_scope`, or the network's, e.g. `ECONNRESET`. */
	code?: string;
	/** The request may have been carried out, though no good answer came. */
	uncertain?: boolean;
	/** It changes something, and no answer says that it was not carried out. */
	mayHaveBeenDone?: boolean;
	/** Seconds that the service asks to wait, where it says so. */
	retryAfter?: number;
	/** An attempt before the last one may have been carried out. */
	repeated?: boolean;
	/** How often the request was sent. */
	attempts?: number;
}

/** Said of a create whose answer got lost. */
export const UNCERTAIN = 'It may have been created all the same.';

/** What to do about it. @param repeatable twice is the same as once */
export const uncertainAdvice = (repeatable: boolean): string =>
	repeatable
		? 'Run this item again: what is there already is overwritten with the same.'
		: 'Look in the service before you run this item again, or it may exist twice.';

/** A request that failed for good: after the retries that its kind allows. */
export class RequestError extends Error {
	constructor(readonly failure: RequestFailure) {
		super(failure.message);
		this.name = 'RequestError';
	}
}
