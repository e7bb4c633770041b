import { InputError, shown } from './InputError';
import { identifying } from './text';

const isLoopback = (hostname: string): boolean =>
	hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

function parse(value: unknown): URL | undefined {
	const text = typeof value === 'string' ? identifying(value) : '';
	return URL.canParse(text) ? new URL(text) : undefined;
}

/**
 * Checks the address of a service and returns it without a slash at the end.
 * Only https, so that a key never travels readable; plain http on loopback alone.
 * @throws InputError
 */
export function checkBaseUrl(value: unknown): string {
	const url = parse(value);
	if (!url) {
		throw new InputError(
			'The Base URL in the credential is not a URL',
			'Open the credential and enter a full address that starts with https://.',
		);
	}
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
		throw new InputError(
			'The Base URL in the credential must start with https://',
			'Anything else would send the key over the network in plain text. Open the credential and correct the address.',
		);
	}
	if (url.username || url.password || url.search || url.hash) {
		throw new InputError(
			'The Base URL in the credential holds more than an address',
			'Leave out user names, passwords and everything from a question mark or # on.',
		);
	}
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The address of a request, in either form in which n8n hands it to a credential. */
interface Target {
	url?: string;
	/** From n8n's older request helper, which its HTTP Request node uses. */
	uri?: string;
	baseURL?: string;
}

/**
 * Checks that a request which carries a secret goes over https, or to loopback.
 * @throws InputError
 */
export function checkTarget(request: Target): void {
	const address = request.url ?? request.uri ?? '';
	const target = parse(address) ?? parse(`${request.baseURL ?? ''}/${address}`);
	if (target?.protocol === 'https:' || (target && isLoopback(target.hostname))) return;
	throw new InputError(
		'The credential is sent over https only',
		'Use an address that starts with https://.',
	);
}

/**
 * Encodes text for an address.
 * @param what it is, as the user knows it
 * @throws InputError for text with half a character, which has no encoding
 */
export function encode(text: string, what: string): string {
	if (/\p{Surrogate}/u.test(text)) {
		throw new InputError(`"${shown(text)}" can't be used as ${what}: it holds half a character`);
	}
	return encodeURIComponent(text);
}

/**
 * Puts a URL together; every segment is encoded, so that a name with a slash, a space or an @
 * stays one segment.
 * @throws InputError for a segment that is empty or would lead to another path (`.`, `..`)
 */
export function buildUrl(baseUrl: string, segments: string[]): string {
	const encoded = segments.map((segment) => {
		if (/^\.{0,2}$/.test(segment.trim())) {
			throw new InputError(`"${shown(segment)}" can't be used as an identifier`);
		}
		return encode(segment, 'an identifier');
	});
	return [baseUrl, ...encoded].join('/');
}
