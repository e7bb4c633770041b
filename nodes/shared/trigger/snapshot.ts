import type { IDataObject } from 'n8n-workflow';

import { type ScanStats, scansSince } from './scanStats';
import { stableHash, stableJson } from '../input/stableHash';

/** A record in 17 characters: hash of its ID, hash of its content, status number, scan number. */
const RECORD = /(.{8})(.{6})(.)(.)(.)/g;
const ID_LENGTH = 8;
const HASH_LENGTH = 6;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Two digits; records with further statuses are stored without one. */
const MAX_STATUSES = DIGITS.length ** 2 - 1;

/** Characters; of a longer status only a hash is stored. */
const MAX_STATUS_LENGTH = 200;

/** What is known of a record. */
export interface Entry {
	hash: string;
	/** As `statusText` returns it. */
	status?: string;
	/** Number of the last scan that saw it. */
	seenIn: number;
}

export const hashContent = (content: unknown): string =>
	stableHash(stableJson(content), HASH_LENGTH);

/** A status of any type as text; undefined for none. */
export function statusText(status: unknown): string | undefined {
	if (status === undefined || status === null) return undefined;
	const text = stableJson(status);
	return text.length > MAX_STATUS_LENGTH ? `#${stableHash(text, 22)}` : text;
}

/** The status of a text; null if there was none, or only its hash is known. */
export const statusOf = (text = '#'): IDataObject[string] =>
	text.startsWith('#') ? null : (JSON.parse(text) as IDataObject[string]);

/**
 * The records of a list, in 17 characters each: 1.7 MB for 100,000. The chance that two IDs of 100,000
 * share a hash is 1 in 50,000; the chance of missing a change is 1 in 10^10.
 */
export class Snapshot {
	private readonly entries = new Map<string, Entry>();

	/** @param saved as `save` returned it */
	static from({ records, statuses }: IDataObject): Snapshot {
		const snapshot = new Snapshot();
		for (const [, id, hash, high, low, scan] of (records as string).matchAll(RECORD)) {
			const index = DIGITS.indexOf(high) * DIGITS.length + DIGITS.indexOf(low);
			const status = (statuses as string[])[index - 1];
			snapshot.entries.set(id, { hash, status, seenIn: DIGITS.indexOf(scan) });
		}
		return snapshot;
	}

	get size(): number {
		return this.entries.size;
	}

	get(id: string): Entry | undefined {
		return this.entries.get(stableHash(id, ID_LENGTH));
	}

	set(id: string, entry: Entry): void {
		this.entries.set(stableHash(id, ID_LENGTH), entry);
	}

	/** Whether half of the records, or half of those in the snapshot, are in both. */
	recognizes(ids: Array<string | undefined>): boolean {
		const known = ids.filter((id) => id !== undefined && this.get(id)).length;
		return known > 0 && 2 * known >= Math.min(this.size, ids.length);
	}

	/** Removes the records that so many scans have missed. @returns how many */
	forget(stats: ScanStats, scans: number): number {
		const before = this.size;
		for (const [id, { seenIn }] of this.entries) {
			if (scansSince(seenIn, stats) >= scans) this.entries.delete(id);
		}
		return before - this.size;
	}

	/** For n8n's static data. */
	save(): IDataObject {
		const indexes = new Map<string | undefined, number>([[undefined, 0]]);
		const records = [...this.entries].map(([id, { hash, status, seenIn }]) => {
			if (!indexes.has(status) && indexes.size <= MAX_STATUSES) indexes.set(status, indexes.size);
			const index = indexes.get(status) ?? 0;
			const [high, low] = [Math.floor(index / DIGITS.length), index % DIGITS.length];
			return `${id}${hash}${DIGITS[high]}${DIGITS[low]}${DIGITS[seenIn]}`;
		});
		return { records: records.join(''), statuses: [...indexes.keys()].slice(1) as string[] };
	}
}
