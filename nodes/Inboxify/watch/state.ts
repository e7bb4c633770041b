import type { IDataObject } from 'n8n-workflow';

import { isIdentifier, isObject } from '../../shared/input/check';
import type { RecordReader } from '../../shared/trigger/compare';
import { type Reading, toReading } from '../../shared/trigger/reading';
import { Snapshot } from '../../shared/trigger/snapshot';
import { inboxify } from '../inboxify.service';

/** What of a contact is kept: only that it is known. */
export const NOTHING: IDataObject = {};

export const reader = {
	/** A list holds an address once. */
	identify: (contact: IDataObject): string | undefined => {
		const { email } = contact;
		const address = isIdentifier(email) ? String(email).toLowerCase() : undefined;
		return inboxify.paging.identify(contact) ?? address;
	},
	contentOf: () => NOTHING,
} satisfies RecordReader;

/** What is kept of an event between polls. */
export interface State {
	/** The contacts that meet it. */
	known: Snapshot;
	/** The last reading of the list. */
	reading: Reading;
	/** When that was, in milliseconds since 1970. */
	readAt: number;
	/** The date of the latest contact, where the whole list stood in the order of registration. */
	latest?: string;
}

/** Takes up what was kept of an event. @returns undefined where there is nothing, or it is damaged */
export function readState(kept: unknown): State | undefined {
	if (!isObject(kept)) return undefined;
	const known = Snapshot.from(kept.snapshot);
	const reading = toReading(kept.reading);
	if (!known || !reading) return undefined;
	const { readAt, latest } = kept;
	return {
		known,
		reading,
		readAt: Number(readAt),
		latest: typeof latest === 'string' ? latest : undefined,
	};
}

export const saveState = ({ known, reading, ...rest }: State): IDataObject => ({
	...rest,
	reading: { ...reading },
	snapshot: known.save(),
});
