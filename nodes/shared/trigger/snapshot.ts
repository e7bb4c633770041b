import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../input/check';
import { contentOf, digest } from './print';
import { isLongUnseen } from './reading';

/** Characters that stand for one record: its id, its content, its status, when it was seen last. */
const ID = 8;
const PRINT = 6;
const STATUS = 2;
const MARK = 1;
const LENGTH = ID + PRINT + STATUS + MARK;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE = ALPHABET.length;

/** How many different statuses are told apart; of further ones it is not known what they were. */
const MOST_STATUSES = BASE ** STATUS - 1;

/** Characters of a status that are kept; of a longer one a stand-in, which is no JSON. */
const LONGEST_STATUS = 200;

function encode(number: number, length: number): string {
	if (length === 0) return '';
	return encode(Math.floor(number / BASE), length - 1) + ALPHABET[number % BASE];
}

const decode = (text: string): number =>
	[...text].reduce((number, character) => number * BASE + ALPHABET.indexOf(character), 0);

/** What is kept of a record. */
interface Entry {
	print: string;
	/** As `statusText` gives it. */
	status?: string;
	/** Number of the reading in which it was seen last. */
	seenIn: number;
}

/** What was known of a record. */
export interface Known extends Entry {
	isSame: boolean;
}

/** What stands for a status, of whatever type; undefined for none. */
export function statusText(status: unknown): string | undefined {
	if (status === undefined || status === null) return undefined;
	const text = contentOf(status);
	return text.length > LONGEST_STATUS ? `#${digest(text, 22)}` : text;
}

/** The status that a text stands for; null where there was none, or a very long one. */
export function statusOf(text: string | undefined): IDataObject[string] {
	try {
		return text === undefined ? null : (JSON.parse(text) as IDataObject[string]);
	} catch {
		return null;
	}
}

/**
 * What was seen of a list, small enough for n8n's static data: 17 characters a record, so 1.7 MB
 * for 100,000. Two ids of 100,000 are taken for one with a chance of 1 in 50,000; a change is
 * overlooked with one of 1 in 10 to the 10th.
 */
export class Snapshot {
	private readonly records = new Map<string, Entry>();

	/**
	 * Takes up what `save` gave.
	 * @returns undefined where it can't be read
	 */
	static from(saved: unknown): Snapshot | undefined {
		if (!isObject(saved)) return undefined;
		const { records, statuses } = saved;
		if (typeof records !== 'string' || records.length % LENGTH !== 0) return undefined;
		if (/[^\w-]/.test(records) || !Array.isArray(statuses)) return undefined;
		const texts = statuses.filter((each) => typeof each === 'string');
		const snapshot = new Snapshot();
		for (let at = 0; at < records.length; at += LENGTH) {
			const [id, print, status, seenIn] = cut(records.slice(at, at + LENGTH));
			snapshot.records.set(id, {
				print,
				status: texts[decode(status) - 1],
				seenIn: decode(seenIn),
			});
		}
		return snapshot;
	}

	get size(): number {
		return this.records.size;
	}

	has(id: string): boolean {
		return this.records.has(digest(id, ID));
	}

	/**
	 * Whether a list is the one that is known: at least half of its records are, or half of those
	 * that are known are among them.
	 */
	recognizes(ids: Array<string | undefined>): boolean {
		const known = ids.filter((id) => id !== undefined && this.has(id)).length;
		return known > 0 && 2 * known >= Math.min(this.size, ids.length);
	}

	/** What is known of a record; undefined where it is new. */
	find(id: string, content: unknown): Known | undefined {
		const known = this.records.get(digest(id, ID));
		return known && { ...known, isSame: known.print === digest(contentOf(content), PRINT) };
	}

	/**
	 * Keeps a record as it is now.
	 * @param seenIn number of the reading in which it was seen
	 */
	keep(id: string, content: unknown, seenIn: number, status?: string): void {
		const print = digest(contentOf(content), PRINT);
		this.records.set(digest(id, ID), { print, status, seenIn });
	}

	/**
	 * Forgets what has not been seen for a number of readings.
	 * @param reading number of the last reading
	 * @returns how many records
	 */
	forget(reading: number, readings: number): number {
		const before = this.size;
		for (const [id, { seenIn }] of this.records) {
			if (isLongUnseen(seenIn, reading, readings)) this.records.delete(id);
		}
		return before - this.size;
	}

	/** For n8n's static data. Of statuses only those are kept that a record has. */
	save(): IDataObject {
		const statuses = new Map<string, number>();
		const indexOf = (status: string | undefined): number => {
			if (status === undefined) return 0;
			if (statuses.size < MOST_STATUSES && !statuses.has(status)) {
				statuses.set(status, statuses.size + 1);
			}
			return statuses.get(status) ?? 0;
		};
		const records = [...this.records].map(
			([id, { print, status, seenIn }]) =>
				id + print + encode(indexOf(status), STATUS) + encode(seenIn, MARK),
		);
		return { records: records.join(''), statuses: [...statuses.keys()] };
	}
}

/** The parts of what stands for one record. */
function cut(text: string): string[] {
	const ends = [ID, ID + PRINT, ID + PRINT + STATUS, LENGTH];
	return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}
