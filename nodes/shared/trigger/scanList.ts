import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../input/check';
import type { FetchedPage } from '../service/paging';
import type { PollClient } from './pollClient';
import { isConsistent, isSound, nextScan, type ScanStats, scansSince } from './scanStats';
import { type Entry, hashContent, Snapshot, statusOf, statusText } from './snapshot';

/** What is known of a list, or of the records in it that an event is about. */
export interface ListState {
	known: Snapshot;
	/** The last scan, or the one to go on with. */
	stats: ScanStats;
	/** The scan before saw all that was there. */
	wasSound: boolean;
	/** Events that are reported, and those that need a complete scan as their baseline first. */
	events: string[];
	joining: string[];
}

/**
 * @param saved as `saveListState` returned it; undefined the first time
 * @param chosen events
 */
export function readListState(saved: unknown, chosen: string[]): ListState {
	if (!isObject(saved) || !isObject(saved.snapshot)) {
		const stats = nextScan({ number: 0, seen: 0 });
		return { known: new Snapshot(), stats, wasSound: true, events: [], joining: [...chosen] };
	}
	const { snapshot, reading, events = chosen, joining = [], wasSound = true, ...rest } = saved;
	const known = Snapshot.from(snapshot as IDataObject);
	const isReported = (event: string) => (events as string[]).includes(event);
	const state = {
		...rest,
		known,
		stats: { ...(reading as object) } as ScanStats,
		wasSound: wasSound as boolean,
		events: chosen.filter(isReported),
		joining: chosen.filter((event) => !isReported(event)),
	};
	// A new event needs a scan of its own.
	const isNew = state.joining.some((event) => !(joining as string[]).includes(event));
	const { nextPage = 1 } = state.stats;
	return isNew && nextPage > 1
		? { ...state, stats: nextScan(state.stats), wasSound: false }
		: state;
}

/** For n8n's static data. */
export const saveListState = ({ known, stats, ...rest }: ListState): IDataObject => ({
	...rest,
	reading: { ...stats },
	snapshot: known.save(),
});

export type ListPage = Pick<FetchedPage, 'entries' | 'total' | 'isLast'>;

/** How to read the records of a list. */
export interface RecordReader {
	/** Undefined for a record that has no ID: it is ignored. */
	identify(record: IDataObject): string | undefined;
	/** Whether the record counts; default: all do. */
	matches?(record: IDataObject): boolean;
	/** What is compared; default: the whole record. */
	contentOf?(record: IDataObject): unknown;
	/** What the record may have been stored as in a coarser form: that is no change either. */
	coarseContentOf?(record: IDataObject): unknown;
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

/** Scans in one poll, and pages after which no other scan starts. */
const MAX_SCANS = 3;
const MANY_PAGES = 60;

/** A record is gone once two consistent scans have missed it, or 16 others. */
const SCANS_UNTIL_GONE = { consistent: 2, other: 16 };

/** Compares the records of a list with its state. */
export class ListScan {
	readonly changes: Change[] = [];

	/** Known records are gone. */
	hasForgotten = false;

	/** Nothing was known, at least for one event. */
	readonly isBaseline: boolean;

	/** @param state is updated */
	constructor(
		readonly state: ListState,
		private readonly reader: RecordReader,
	) {
		this.isBaseline = state.joining.length > 0;
	}

	/** Compares a page. A record that comes twice in a scan counts once. */
	add({ entries, total }: ListPage): void {
		const { reader } = this;
		const { known, stats } = this.state;
		stats.read += entries.length;
		if (total !== undefined) {
			stats.shrank ||= total < (stats.total ?? 0);
			stats.total = total;
			stats.least ??= total;
		}
		for (const record of entries) {
			const id = reader.identify(record);
			if (id === undefined || reader.matches?.(record) === false) continue;
			const before = known.get(id);
			if (before?.seenIn === stats.number) continue;
			const hash = hashContent(reader.contentOf ? reader.contentOf(record) : record);
			const to = reader.statusOf?.(record) as IDataObject[string];
			const status = statusText(to);
			if (before?.hash !== hash && !this.isCoarsely(before, record)) {
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

	private isCoarsely(before: Entry | undefined, record: IDataObject): boolean {
		const { coarseContentOf } = this.reader;
		if (before === undefined || coarseContentOf === undefined) return false;
		return before.hash === hashContent(coarseContentOf(record));
	}

	/** Ends a scan. @returns whether to scan again: records may have been missed because others moved */
	finish(): boolean {
		const { state } = this;
		const { known, stats, wasSound } = state;
		stats.nextPage = undefined;
		state.wasSound = isSound(stats);
		const isSure = wasSound && state.wasSound && isConsistent(stats);
		const { consistent, other } = SCANS_UNTIL_GONE;
		if (known.forget(stats, isSure ? consistent : other) > 0) this.hasForgotten = true;
		if (state.wasSound) state.events.push(...state.joining.splice(0));
		if (this.isBaseline) return !isSure || stats.fresh > 0;
		return !isSure && known.size > stats.seen;
	}
}

/**
 * Scans a list while there is time, up to three times. The next poll goes on where this one stops.
 * @param scans of the same list
 * @param pages of the list, or all of it as one page
 * @throws what `pages` throws
 */
export async function scanList(
	poll: PollClient,
	scans: ListScan[],
	pages: (from: number) => AsyncIterable<ListPage>,
): Promise<void> {
	for (let count = 1; count <= MAX_SCANS; count++) {
		for (const { state } of scans) {
			if (state.stats.nextPage === undefined) state.stats = nextScan(state.stats);
		}
		let started = performance.now();
		let took = 0;
		let isAtEnd = false;
		for await (const page of pages(scans[0].state.stats.nextPage!)) {
			for (const scan of scans) {
				scan.add(page);
				scan.state.stats.nextPage!++;
			}
			isAtEnd = page.isLast || page.entries.length === 0;
			took = performance.now() - started;
			started = performance.now();
			if (isAtEnd) break;
		}
		if (!isAtEnd || scans.filter((scan) => scan.finish()).length === 0) return;
		if (poll.pagesRead > MANY_PAGES || !poll.hasTimeFor(took)) return;
	}
}
