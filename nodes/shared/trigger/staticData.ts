import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../input/check';
import { stableHash, stableJson } from '../input/stableHash';

/** Version of the format; data in another one is ignored. */
const VERSION = 2;

/** What a trigger stores in n8n's static data of the node. */
export interface SavedState {
	/** Number of polls that stored something. */
	serial: number;
	state: IDataObject;
}

export const checksum = (state: IDataObject): string => stableHash(stableJson(state), 16);

/**
 * @param subject what is watched, and in which account
 * @returns undefined if nothing is stored, or it is damaged or about another subject
 */
export function readStaticData(data: IDataObject, subject: string): SavedState | undefined {
	const { version, serial, state, check } = data;
	if (version !== VERSION || data.subject !== subject) return undefined;
	if (!Number.isSafeInteger(serial) || !isObject(state)) return undefined;
	return check === checksum(state) ? { serial: serial as number, state } : undefined;
}

/** Replaces everything in the static data. */
export function writeStaticData(data: IDataObject, subject: string, saved: SavedState): void {
	for (const key of Object.keys(data)) delete data[key];
	Object.assign(data, { version: VERSION, subject, ...saved, check: checksum(saved.state) });
}
