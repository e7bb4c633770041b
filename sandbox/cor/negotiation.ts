import type { Exchange } from '../exchange';
import { Refusal } from '../refusal';

export type ApiVersion = '1.0' | '1.1';

export const halJson = 'application/hal+json';

/**
 * The version that the request asks for.
 *
 * @throws Refusal 405 for another method than GET, 406 without `application/hal+json` in Accept
 *   (the document writes it in two letter cases; a wildcard does not do) or for another version
 */
export function negotiate({ incoming, entry }: Exchange): ApiVersion {
	if (incoming.method !== 'GET') throw new Refusal(405, 'Only GET is allowed.');
	if (!accepts(entry.headers.accept)) throw new Refusal(406, `Accept must be ${halJson}.`);
	const version = entry.headers['accept-version'] ?? '1.1';
	if (version !== '1.0' && version !== '1.1') {
		throw new Refusal(406, 'Accept-Version must be 1.0 or 1.1.');
	}
	return version;
}

function accepts(accept: string | undefined): boolean {
	if (accept === undefined) return false;
	return accept.split(',').some((range) => range.split(';')[0].trim().toLowerCase() === halJson);
}
