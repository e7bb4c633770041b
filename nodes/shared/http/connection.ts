import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import { Stopwatch } from '../async/stopwatch';
import type { LongPause, Permit } from '../rateLimit/fairQueue';
import { hashKey, limiterFor } from '../rateLimit/limiters';
import type { RateLimit } from '../rateLimit/usage';
import type { Service } from '../service/service';
import { redactor } from './redact';

/** The n8n contexts that send requests. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** What happened during a run that a user may want explained. */
export class RunStatistics {
	/** How long the rate limit held requests back. */
	readonly heldBack = new Stopwatch();

	/** Requests that were sent, each retry and redirect included. */
	requests = 0;

	/** Requests that were sent more than once. */
	retried = 0;

	/** Answers 429. */
	rateLimited = 0;

	/** Value of a `Deprecation` header. */
	deprecation?: string;

	/** Entries of lists with a limit: how many were returned, and how many there are. */
	readonly cut = { returned: 0, total: 0 };

	/** Lists searched for entries that match: entries of each page, and how many matched. */
	readonly searched = { pages: new Map<string, number>(), found: 0 };
}

/** A service together with a checked credential. */
export interface Connection {
	readonly context: RequestContext;
	readonly service: Service;
	readonly credentials: ICredentialDataDecryptedObject;
	/** Without a slash at the end. */
	readonly baseUrl: string;
	/** Hash of the API key. */
	readonly key: string;
	/** Hash of the account. */
	readonly account: string;
	/** Rate limit of the key, if there is one. */
	readonly limit?: RateLimit;
	/** Aborted when the execution is cancelled, or its node stops after an error. */
	readonly signal?: AbortSignal;
	readonly statistics: RunStatistics;
	/**
	 * Waits until the rate limit of the key allows a request.
	 * @param maxPause longest pause of the service, in milliseconds, to wait for
	 * @throws the reason of the signal once it is aborted
	 */
	acquire(maxPause: number): Promise<Permit | LongPause>;
	/** How many requests may be sent at once, as far as this process knows; undefined without a rate limit. */
	left(): number | undefined;
	/** Redacts the credential's secrets in a text. */
	redact(text: string): string;
}

/**
 * Reads the credential once and checks it.
 * @param options.signal ends all waits of this connection
 * @param options.share part of the rate limit, 0 to 1, for this connection and others like it
 * @throws InputError if the credential can't work; then nothing is sent
 */
export async function connect(
	context: RequestContext,
	service: Service,
	{ signal, share }: { signal?: AbortSignal; share?: number } = {},
): Promise<Connection> {
	const credentials = await context.getCredentials(service.credential);
	const baseUrl = service.baseUrl(credentials);
	const limit = service.limit?.(credentials);
	const hash = (value: string, url = baseUrl) => hashKey(service.name, `${url}\n${value}`);
	const limitKey = service.limitKey(credentials);
	const key = hash(limitKey);
	const account = hash(service.account?.(credentials) ?? limitKey, service.sameAs?.(baseUrl));
	const statistics = new RunStatistics();
	const requester = { signal };

	const acquire = async (maxPause: number): Promise<Permit | LongPause> => {
		const fromWhole = async () => await limiterFor(key, limit).acquire(requester, maxPause);
		if (!limit || share === undefined) return await fromWhole();
		const requests = Math.max(1, Math.floor(limit.requests * share));
		const part = limiterFor(`${key} ${share}`, { ...limit, requests });
		const permit = await part.acquire(requester, maxPause);
		if ('pause' in permit) return permit;
		let both: Permit | undefined;
		try {
			const other = await fromWhole();
			if ('pause' in other) return other;
			both = { release: (refused) => [permit, other].forEach((one) => one.release(refused)) };
			return both;
		} finally {
			if (!both) permit.release();
		}
	};
	return {
		context,
		service,
		credentials,
		baseUrl,
		key,
		account: account.slice(0, 16),
		limit,
		signal,
		statistics,
		left: () => limiterFor(key, limit).left,
		acquire: async (maxPause) => await statistics.heldBack.time(acquire(maxPause)),
		redact: redactor(service.secrets(credentials)),
	};
}
