import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { RateLimit } from '../rateLimit/usage';
import type { Paging } from './paging';

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
	readonly name: string;
	/** Credential type. */
	readonly credential: string;
	/**
	 * Where the service is, without a slash at the end.
	 * @throws InputError where the credential can't work, with the name of the field
	 */
	baseUrl(credentials: ICredentialDataDecryptedObject): string;
	/** What a user should know about the credential though it works, e.g. that it expires soon. */
	warn?(credentials: ICredentialDataDecryptedObject): string[];
	/** What of the credential must never be shown, in every form in which it travels. */
	secrets(credentials: ICredentialDataDecryptedObject): string[];
	readonly paging: Paging;
	/** How many requests of one node may be in flight at the same time, unless the user says. */
	readonly concurrency: number;
	/**
	 * How fast the service may be called with the key; left out where it documents no limit.
	 * @throws InputError where the credential can't be read
	 */
	limit?(credentials: ICredentialDataDecryptedObject): RateLimit;
	/** What the service tells its callers apart by, e.g. the API key. */
	limitKey(credentials: ICredentialDataDecryptedObject): string;
	/** What tells whose records are to be seen with a credential, where that is not the key. */
	account?(credentials: ICredentialDataDecryptedObject): string;
	/** Finds the service's words in the body of an error, of whatever type they are. */
	readError(body: unknown): { message?: unknown; code?: unknown };
	/** What a user can do about an error, by HTTP status or by code of the network; one sentence. */
	readonly advice: Readonly<Record<string, string>>;
	/** Advice that depends on more than the status; goes before `advice`. */
	specialAdvice?(
		failure: FailureFacts,
		credentials: ICredentialDataDecryptedObject,
	): string | undefined;
}
