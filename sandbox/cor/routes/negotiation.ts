import type { Exchange } from '../../http/exchange';
import { Refusal } from '../../http/refusal';

export const halJson = 'application/hal+json';
const plainJson = 'application/json';

/** What a request wants to have. */
export interface Wanted {
	/** False for version 1.0, which is without. */
	hal: boolean;
	mediaType: typeof halJson | typeof plainJson;
}

/**
 * What the request asks for in its headers. The document names `application/hal+json` as the format
 * and `application/json` where it explains 406, in more than one letter case; that a wildcard does
 * not do, and that the answer is named as it was asked for, is the sandbox's choice.
 *
 * @throws Refusal 405 for another method than GET, 406 without one of the two in Accept or for
 *   another version than 1.0 and 1.1
 */
export function negotiate({ incoming, entry }: Exchange): Wanted {
	if (incoming.method !== 'GET') throw new Refusal(405, 'Only GET is allowed.');
	const accepted = mediaTypes(entry.headers.accept);
	const acceptsHal = accepted.includes(halJson);
	if (!acceptsHal && !accepted.includes(plainJson)) {
		throw new Refusal(406, `Accept must be ${halJson}.`);
	}
	const version = entry.headers['accept-version'] ?? '1.1';
	if (version !== '1.0' && version !== '1.1') {
		throw new Refusal(406, 'Accept-Version must be 1.0 or 1.1.');
	}
	const hal = version === '1.1';
	return { hal, mediaType: hal && acceptsHal ? halJson : plainJson };
}

/** The media types of an Accept header, in lower case and without their parameters. */
function mediaTypes(accept = ''): string[] {
	return accept.split(',').map((range) => range.split(';')[0].trim().toLowerCase());
}

/** The shape of an error is not documented: the sandbox's choice. */
export function corError({ status, message }: Refusal): unknown {
	return { status, message };
}
