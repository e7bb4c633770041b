import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { RateLimit } from './limiter';
import type { Paging } from './paging';

/** An answer of a service, its header names in lower case. */
export interface Answer {
	status: number;
	headers: IDataObject;
	/** Parsed JSON; text where it was none; empty or absent with 204. */
	body: unknown;
	/** An earlier try of the same request may have been carried out before this one. */
	repeated: boolean;
	/** Sending the request again would do the same as sending it once. */
	repeatable: boolean;
}

/** What a service says in the body of an error. */
export interface ServiceMessage {
	message?: string;
	code?: string;
}

/** What advice can be based on. */
export interface FailureFacts extends ServiceMessage {
	/** HTTP status; absent when no answer came. */
	status?: number;
}

/** Everything in which one service differs from another, as far as sending requests goes. */
export interface Service {
	/** As users know it; stands in every error. */
	name: string;
	/** Credential type. */
	credential: string;
	/**
	 * Where the service is, without a slash at the end.
	 * @throws InputError where the credential can't work, with the name of the field
	 */
	baseUrl(credentials: ICredentialDataDecryptedObject): string;
	/** What a user should know about the credential though it works, e.g. that it expires soon. */
	warn?(credentials: ICredentialDataDecryptedObject): string[];
	/** What of the credential must never be shown, in every form in which it travels. */
	secrets(credentials: ICredentialDataDecryptedObject): string[];
	paging: Paging;
	/** How many requests of one node may be under way at the same time, unless the user says. */
	concurrency: number;
	/** How fast the service may be called with one key, where it documents that. */
	limit?: RateLimit;
	/** What the service tells its callers apart by, e.g. the API key. */
	limitKey(credentials: ICredentialDataDecryptedObject): string;
	/** Reads the service's words from the body of an error. */
	readError(body: unknown): ServiceMessage;
	/** What a user can do about an error, by HTTP status or by code of the network; one sentence. */
	advice: Record<string, string>;
	/** Advice that depends on more than the status; goes before `advice`. */
	specialAdvice?(
		failure: FailureFacts,
		credentials: ICredentialDataDecryptedObject,
	): string | undefined;
}
