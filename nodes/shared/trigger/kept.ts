import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../input/check';
import { contentOf, digest } from './print';

/** Of what is kept; what another version kept is not read. */
const VERSION = 2;

/** What n8n keeps of a trigger between its polls. */
export interface Kept {
	/** Counts the polls that kept something. */
	serial: number;
	state: IDataObject;
}

/** Tells whether a state is whole. */
const checkOf = (state: IDataObject): string => digest(contentOf(state), 16);

/**
 * Reads what a poll kept.
 * @param data n8n's static data of the node
 * @param subject what the state belongs to: what is watched, in which account
 * @returns undefined where there is nothing, where it can't be read or is damaged, or belongs to
 *   something else
 */
export function readKept(data: IDataObject, subject: string): Kept | undefined {
	const { version, serial, state, check } = data;
	if (version !== VERSION || data.subject !== subject) return undefined;
	if (!Number.isSafeInteger(serial) || !isObject(state)) return undefined;
	return check === checkOf(state) ? { serial: serial as number, state } : undefined;
}

/** Keeps what a poll came to, and nothing else. @param data n8n's static data of the node */
export function writeKept(data: IDataObject, subject: string, { serial, state }: Kept): void {
	const next: IDataObject = { version: VERSION, subject, serial, state, check: checkOf(state) };
	for (const key of Object.keys(data)) if (!(key in next)) delete data[key];
	Object.assign(data, next);
}
