import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../input/check';
import type { ListRequest } from '../service/paging';
import type { PollClient } from './pollClient';
import { isConsistent, nextScan, NO_SCAN, type ScanStats, scansSince } from './scanStats';
import { hashContent, Snapshot, statusOf, statusText } from './snapshot';

/** What is known of a list, or of the records in it that an event is about. */
export interface ListState {
	known: Snapshot;
	/** The last scan. */
	stats: ScanStats;
}

export const newListState = (): ListState => ({ known: new Snapshot(), stats: NO_SCAN });

/** @returns undefined if nothing was saved */
export function readListState<T extends ListState>(saved: unknown): T | undefined {
	if (!isObject(saved) || !isObject(saved.snapshot)) return undefined;
	const { snapshot, reading, ...rest } = saved;
	const known = Snapshot.from(snapshot as IDataObject);
	return { ...rest, known, stats: { ...(reading as IDataObject) } } as unknown as T;
}

/** For n8n's static data. */
export const saveListState = ({ known, stats, ...rest }: ListState): IDataObject => ({
	...rest,
	reading: { ...stats },
	snapshot: known.save(),
});

/** How to read the records of a list. */
export interface RecordReader {
	/** Undefined for a record that has no ID: it is ignored. */
	identify(record: IDataObject): string | undefined;
	/** Whether the record counts; default: all do. */
	matches?(record: IDataObject): boolean;
	/** What is compared; default: the whole record. */
	contentOf?(record: IDataObject): unknown;
	statusOf?(record: IDataObject): unknown;
}

export interface Change {
	record: IDataObject;
	kind: 'created' | 'updated';
	/** The status before and now; null for none. */
	from: IDataObject[string];
	to: IDataObject[string];
	hasNewStatus: boolean;
}

/** Scans in one poll. */
export const MAX_SCANS = 3;

/** A record is gone once two consistent scans have missed it, or 16 others. */
const SCANS_UNTIL_GONE = { consistent: 2, other: 16 };

/** Compares the records of a list with its state. */
export class ListScan {
	readonly changes: Change[] = [];

	/** Known records are gone. */
	hasForgotten = false;

	/**
	 * @param state is updated
	 * @param isBaseline nothing was known, at least for one event
	 */
	constructor(
		readonly state: ListState,
		private readonly reader: RecordReader,
		readonly isBaseline: boolean,
	) {}

	/** Adds records of the current scan. One that comes twice counts once. */
	add(records: IDataObject[]): void {
		const { reader, state } = this;
		const { known, stats } = state;
		for (const record of records) {
			const id = reader.identify(record);
			if (id === undefined || reader.matches?.(record) === false) continue;
			const before = known.get(id);
			if (before?.seenIn === stats.number) continue;
			const hash = hashContent(reader.contentOf ? reader.contentOf(record) : record);
			const to = reader.statusOf?.(record) as IDataObject[string];
			const status = statusText(to);
			if (before?.hash !== hash) {
				this.changes.push({
					record,
					kind: before ? 'updated' : 'created',
					from: statusOf(before?.status),
					to: to ?? null,
					hasNewStatus: status !== before?.status,
				});
			}
			known.set(id, { hash, status, seenIn: stats.number });
			stats.seen++;
			if (!before) stats.fresh++;
			else if (scansSince(before.seenIn, stats) === 1) stats.again++;
		}
	}

	/**
	 * Ends a scan.
	 * @param isSure the previous scan missed nothing
	 * @returns whether to scan again: this scan may have missed records because others moved
	 */
	finish(isSure: boolean): boolean {
		const { known, stats } = this.state;
		const { consistent, other } = SCANS_UNTIL_GONE;
		if (known.forget(stats, isSure ? consistent : other) > 0) this.hasForgotten = true;
		if (this.isBaseline) return !isSure || stats.fresh > 0;
		return !isSure && known.size > stats.seen;
	}
}

/**
 * Scans a whole list, up to three times while there is time.
 * @param fetch requests the whole list
 * @param scans are given all its records
 */
export async function scanList(
	poll: PollClient,
	fetch: () => Promise<IDataObject[]>,
	scans: ListScan[],
): Promise<void> {
	for (let count = 1; ; count++) {
		const started = performance.now();
		const records = await fetch();
		const unfinished = scans.filter((scan) => {
			scan.state.stats = nextScan(scan.state.stats);
			scan.add(records);
			return scan.finish(isConsistent(scan.state.stats));
		});
		const took = performance.now() - started;
		if (unfinished.length === 0 || count === MAX_SCANS || !poll.hasTimeFor(took)) return;
	}
}

/** Whether a list is the one that a state is about, e.g. after the key was renewed. */
export async function recognizesList(
	poll: PollClient,
	list: ListRequest,
	{ known }: ListState,
	{ identify }: RecordReader,
): Promise<boolean> {
	if (known.size === 0) return false;
	const ids: Array<string | undefined> = [];
	for await (const { entries } of poll.pages(list)) {
		ids.push(...entries.map(identify));
		if (known.recognizes(ids)) return true;
	}
	return false;
}
