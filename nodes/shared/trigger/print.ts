import { createHash } from 'node:crypto';

import { isObject } from '../input/check';

/** JSON with the keys of every object in order, so that their order makes no difference. */
export const contentOf = (value: unknown): string =>
	JSON.stringify(value, (_, part: unknown) =>
		isObject(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);

/** A short stand-in for a text. @param length in characters, of 6 bits each */
export const digest = (text: string, length: number): string =>
	createHash('sha256').update(text).digest('base64url').slice(0, length);
