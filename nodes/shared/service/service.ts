import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { RateLimit } from '../rateLimit/usage';
import type { Paging } from './paging';

/** What advice depends on: the service's own words, or those of the connection that failed. */
export interface FailureFacts {
	message?: string;
	code?: string;
	/** HTTP status; absent if there was no answer. */
	status?: number;
}

/** What differs between services, for sending requests. */
export interface Service {
	/** As users know it; in every error. */
	readonly name: string;
	/** Credential type. */
	readonly credential: string;
	/**
	 * Address of the service, without a slash at the end.
	 * @throws InputError if the credential can't work, with the name of the field
	 */
	baseUrl(credentials: ICredentialDataDecryptedObject): string;
	/** Warnings about a credential that works, e.g. that it expires soon, shown after a run. Never throws. */
	warn?(credentials: ICredentialDataDecryptedObject): string[];
	/** Values of the credential that must never be shown, in every form in which they are sent. */
	secrets(credentials: ICredentialDataDecryptedObject): string[];
	readonly paging: Paging;
	/** Most requests of one node in flight, unless the user sets another number. */
	readonly concurrency: number;
	/**
	 * How fast the service may be called with the key; absent if it documents no limit.
	 * @throws InputError if the credential can't be read
	 */
	limit?(credentials: ICredentialDataDecryptedObject): RateLimit;
	/** What the rate limit belongs to, e.g. the API key. */
	limitKey(credentials: ICredentialDataDecryptedObject): string;
	/** Whose records a credential gives access to, if that is not the key. */
	account?(credentials: ICredentialDataDecryptedObject): string;
	/** The address of which this one shows the same records, for what is stored per account. */
	sameAs?(baseUrl: string): string;
	/** Where else the service may be, if this address doesn't answer as it should; a sentence. */
	elsewhere?(baseUrl: string): string | undefined;
	/** Finds the service's words in the body of an error, of any type. */
	readError(body: unknown): { message?: unknown; code?: unknown };
	/** What to do about an error, by HTTP status or network code; one sentence. */
	readonly advice: Readonly<Record<string, string>>;
	/** Advice that depends on more than the status; overrides `advice`. */
	specialAdvice?(
		failure: FailureFacts,
		credentials: ICredentialDataDecryptedObject,
	): string | undefined;
}
