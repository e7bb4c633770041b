import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import type { Limiter, Permit, Requester } from '../rateLimit/limiter';
import { limiterFor, nameOfKey } from '../rateLimit/limiters';
import type { RateLimit } from '../rateLimit/usage';
import type { Service } from '../service/service';
import { redactor } from './redact';
import { RunStatistics } from './statistics';

/** The parts of n8n that requests are sent from. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** A service together with a checked credential. */
export interface Connection {
	readonly context: RequestContext;
	readonly service: Service;
	readonly credentials: ICredentialDataDecryptedObject;
	/** Without a slash at the end. */
	readonly baseUrl: string;
	/** Tells one key from another, by a hash. */
	readonly key: string;
	/** Tells one account from another, by a hash. */
	readonly account: string;
	/** How fast the service may be called with this key, where that is known. */
	readonly limit?: RateLimit;
	/** Aborted when the execution is cancelled, or its node stops after an error. */
	readonly signal?: AbortSignal;
	readonly statistics: RunStatistics;
	/**
	 * Waits until the limit of the key allows a request.
	 * @param patience longest pause of the service, in milliseconds, to wait for
	 * @throws the reason of the signal once it is aborted; PauseError where the service wants to be
	 *   left alone for longer than that
	 */
	acquire(patience: number): Promise<Permit>;
	/** Redacts the credential's secrets in a text. */
	redact(text: string): string;
}

export interface ConnectOptions {
	/** Ends all waits of this connection. */
	signal?: AbortSignal;
	/** Part of the rate limit, 0 to 1, that is for this connection and others like it. */
	share?: number;
}

/** One permit of several limiters. */
async function acquireAll(
	limiters: Limiter[],
	requester: Requester,
	patience: number,
): Promise<Permit> {
	const permits: Permit[] = [];
	const release = (refused?: number) => permits.forEach((permit) => permit.release(refused));
	try {
		for (const limiter of limiters) permits.push(await limiter.acquire(requester, patience));
		return { release };
	} finally {
		if (permits.length < limiters.length) release();
	}
}

const shareOf = ({ requests, window }: RateLimit, share: number): RateLimit => ({
	requests: Math.max(1, Math.floor(requests * share)),
	window,
});

/**
 * Reads the credential once and checks it.
 * @throws InputError where the credential can't work: no request is sent then
 */
export async function connect(
	context: RequestContext,
	service: Service,
	{ signal, share }: ConnectOptions = {},
): Promise<Connection> {
	const credentials = await context.getCredentials(service.credential);
	const baseUrl = service.baseUrl(credentials);
	const limit = service.limit?.(credentials);
	const key = nameOfKey(service.name, `${baseUrl}\n${service.limitKey(credentials)}`);
	const holder = service.account ? service.account(credentials) : service.limitKey(credentials);
	const account = nameOfKey(service.name, `${baseUrl}\n${holder}`).slice(0, 16);
	const statistics = new RunStatistics(service.warn?.(credentials));
	const requester: Requester = { signal };
	const limiters = () => {
		const whole = limiterFor(key, limit);
		if (limit === undefined || share === undefined) return [whole];
		return [limiterFor(`${key} ${share}`, shareOf(limit, share)), whole];
	};
	return {
		context,
		service,
		credentials,
		baseUrl,
		key,
		account,
		limit,
		signal,
		statistics,
		acquire: async (patience) =>
			await statistics.heldBack.time(acquireAll(limiters(), requester, patience)),
		redact: redactor(service.secrets(credentials)),
	};
}
