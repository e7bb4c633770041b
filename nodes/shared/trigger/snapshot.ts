import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/** Characters that stand for one record: its id, its content, its status. */
const ID = 8;
const PRINT = 6;
const LENGTH = ID + PRINT + 1;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const digest = (text: string, length: number): string =>
	createHash('sha256').update(text).digest('base64url').slice(0, length);

/** A record's content as text that is the same whatever the order of its fields. */
const contentOf = (record: IDataObject): string =>
	JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What was known of a record. */
export interface Known {
	isSame: boolean;
	/** Its status then; undefined where it had none. */
	status?: string;
}

/**
 * What was seen of a list, small enough for n8n's static data: 15 characters a record, so 1.5 MB
 * for 100,000. Two ids of 100,000 are taken for one with a chance of 1 in 50,000; a change is
 * overlooked with one of 1 in 10 to the 10th.
 */
export class Snapshot {
	private readonly records: Map<string, string>;

	private readonly statuses: string[];

	/** @param saved from `save`; nothing for an empty one */
	constructor(saved?: unknown) {
		const { records = '', statuses = [] } = (saved ?? {}) as {
			records?: string;
			statuses?: string[];
		};
		this.statuses = [...statuses];
		this.records = new Map();
		for (let at = 0; at < records.length; at += LENGTH) {
			this.records.set(records.slice(at, at + ID), records.slice(at + ID, at + LENGTH));
		}
	}

	get size(): number {
		return this.records.size;
	}

	/** What is known of a record; undefined where it is new. */
	find(id: string, record: IDataObject): Known | undefined {
		const known = this.records.get(digest(id, ID));
		if (known === undefined) return undefined;
		return {
			isSame: known.slice(0, PRINT) === digest(contentOf(record), PRINT),
			status: this.statuses[ALPHABET.indexOf(known[PRINT]) - 1],
		};
	}

	has(id: string): boolean {
		return this.records.has(digest(id, ID));
	}

	/** Keeps a record as it is now. */
	keep(id: string, record: IDataObject, status?: unknown): void {
		const content = digest(contentOf(record), PRINT);
		this.records.set(digest(id, ID), content + ALPHABET[this.indexOf(status)]);
	}

	/** For n8n's static data. */
	save(): IDataObject {
		const records = [...this.records].map(([id, rest]) => id + rest).join('');
		return { records, statuses: [...this.statuses] };
	}

	/** 0 for no status, and for one too many to tell apart. */
	private indexOf(status: unknown): number {
		if (typeof status !== 'string') return 0;
		if (!this.statuses.includes(status)) this.statuses.push(status);
		const index = this.statuses.indexOf(status) + 1;
		return index < ALPHABET.length ? index : 0;
	}
}
