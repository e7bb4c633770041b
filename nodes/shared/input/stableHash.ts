import { createHash } from 'node:crypto';

import { isObject } from './check';

/** JSON with sorted keys. */
export const stableJson = (value: unknown): string =>
	JSON.stringify(value, (_, part: unknown) =>
		isObject(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);

/** @param length in characters, of 6 bits each */
export const stableHash = (text: string, length: number): string =>
	createHash('sha256').update(text).digest('base64url').slice(0, length);
