import type { IDataObject } from 'n8n-workflow';

import type { PollClient } from '../shared/trigger/pollClient';
import {
	ListScan,
	type ListState,
	MAX_SCANS,
	newListState,
	readListState,
	type RecordReader,
} from '../shared/trigger/scanList';
import { isConsistent, nextScan, type ScanStats } from '../shared/trigger/scanStats';

/** Counters of a scan that can continue in the next poll. The names are stored. */
interface ResumableStats extends ScanStats {
	nextPage: number;
	/** Records, those that came twice counted twice. */
	read: number;
	/** The last and the first total that Corlega gave; null for none. */
	total: number | null;
	least: number | null;
	/** The total went down, so records may have been missed. */
	shrank: boolean;
}

/** What a trigger stores of a list of Corlega. */
export interface State extends ListState {
	/** The scan that the next poll continues. */
	stats: ResumableStats;
	/** The previous scan was complete. */
	wasSound: boolean;
	/** Events that are reported, and those that first need a complete scan as their baseline. */
	events: string[];
	joining: string[];
}

/** Pages in one poll after which no other scan starts: 120 requests at most. */
const MANY_PAGES = 60;

const nextResumable = (stats: ScanStats): ResumableStats => ({
	...nextScan(stats),
	nextPage: 1,
	read: 0,
	total: null,
	least: null,
	shrank: false,
});

/** Restores the state, for the events that are chosen now. A new one starts a scan of its own. */
export function restoreState(saved: IDataObject | undefined, events: string[]): State {
	const first = newListState();
	const state: State = readListState<State>(saved) ?? {
		...first,
		stats: nextResumable(first.stats),
		wasSound: false,
		events: [],
		joining: [],
	};
	const joining = events.filter((event) => !state.events.includes(event));
	if (state.stats.nextPage > 1 && joining.some((event) => !state.joining.includes(event))) {
		state.stats = nextResumable(state.stats);
		state.wasSound = false;
	}
	return { ...state, events: events.filter((event) => state.events.includes(event)), joining };
}

/**
 * Scans on while there is time, and again from the start if records may have been missed.
 * @param state is updated
 * @throws RequestError
 */
export async function resumeScan(
	poll: PollClient,
	path: string[],
	state: State,
	reader: RecordReader,
): Promise<ListScan> {
	const scan = new ListScan(state, reader, state.joining.length > 0);
	for (let count = 1; count <= MAX_SCANS; count++) {
		if (!(await readPages(poll, path, state.stats, scan))) break;
		const { stats, wasSound, joining } = state;
		state.wasSound = isSound(stats);
		const again = scan.finish(state.wasSound && wasSound && isConsistent(stats));
		if (state.wasSound) state.events.push(...joining.splice(0));
		state.stats = nextResumable(stats);
		if (!again || poll.pagesRead > MANY_PAGES || !poll.hasTimeFor(0)) break;
	}
	return scan;
}

/** @returns whether the list came to its end */
async function readPages(
	poll: PollClient,
	path: string[],
	stats: ResumableStats,
	scan: ListScan,
): Promise<boolean> {
	for await (const { entries, place, total, isLast } of poll.pages({ path }, stats.nextPage)) {
		scan.add(entries);
		stats.read += entries.length;
		stats.nextPage = place.number + 1;
		if (total !== undefined) {
			stats.shrank ||= total < (stats.total ?? 0);
			stats.total = total;
			stats.least ??= total;
		}
		if (isLast || entries.length === 0) return true;
	}
	return false;
}

/**
 * Whether a scan saw as many different records as there are, or the same number as the previous
 * scan: Corlega may hold a record twice, or some without ID.
 */
const isSound = ({ shrank, least, read, seen, lastSeen }: ResumableStats): boolean =>
	!shrank && (seen >= (least ?? 0) || (read >= (least ?? 0) && seen === lastSeen));
