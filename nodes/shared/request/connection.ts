import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import type { Limiter, Permit } from './limiter';
import { limiterFor, nameOfKey } from './limiters';
import { Notices } from './notices';
import { redact } from './redact';
import type { Service } from './service';
import { WaitClock } from './waitClock';

/** The parts of n8n that requests are sent from. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** A service together with a checked credential. */
export interface Connection {
	context: RequestContext;
	service: Service;
	credentials: ICredentialDataDecryptedObject;
	/** Without a slash at the end. */
	baseUrl: string;
	/** Tells one key from another, by a hash. */
	key: string;
	/** Aborted when the execution is cancelled, or its node stops after an error. */
	signal?: AbortSignal;
	/** What happened on the way. */
	notices: Notices;
	/** How long this connection was held back by the limiter. */
	heldBack: WaitClock;
	/**
	 * Waits until the limit of the key allows a request.
	 * @returns undefined when that was cut short
	 */
	allow(): Promise<Permit | undefined>;
	/** Blots the credential's secrets out of a text. */
	redact(text: string): string;
}

export interface ConnectOptions {
	/** Ends all waits of this connection. */
	signal?: AbortSignal;
	/** Part of the rate limit, 0 to 1, that is for this connection and others like it. */
	share?: number;
}

/** One permit of several limiters. */
async function allowBy(
	limiters: Limiter[],
	execution: object,
	signal?: AbortSignal,
): Promise<Permit | undefined> {
	const permits: Permit[] = [];
	const giveBack = (refused?: number) => permits.forEach((permit) => permit.giveBack(refused));
	for (const limiter of limiters) {
		const permit = await limiter.acquire(execution, signal);
		if (!permit) {
			giveBack();
			return undefined;
		}
		permits.push(permit);
	}
	return { giveBack };
}

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
	const secrets = service.secrets(credentials);
	const key = nameOfKey(service, `${baseUrl}\n${service.limitKey(credentials)}`);
	const part = share === undefined ? undefined : { ...service, limit: partOf(service, share) };
	const execution = {};
	const heldBack = new WaitClock();
	const notices = new Notices();
	notices.warnings.push(...(service.warn?.(credentials) ?? []));
	return {
		context,
		service,
		credentials,
		baseUrl,
		key,
		signal,
		heldBack,
		notices,
		allow: async () => {
			const whole = limiterFor(service, key);
			const limiters = part ? [limiterFor(part, `${key} ${share}`), whole] : [whole];
			return await heldBack.during(allowBy(limiters, execution, signal));
		},
		redact: (text) => redact(text, secrets),
	};
}

const partOf = ({ limit }: Service, share: number) =>
	limit && { ...limit, requests: Math.max(1, Math.floor(limit.requests * share)) };
