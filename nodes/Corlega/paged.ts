import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../shared/input/check';
import { type Reading, readingAfter, toReading } from '../shared/trigger/reading';
import { Snapshot } from '../shared/trigger/snapshot';
import type { Poll } from '../shared/trigger/watch';

/** A reading of a whole list in pages, which may go on over several polls. */
export interface PagedReading extends Reading {
	/** Page to go on with. */
	nextPage: number;
	/** Records read so far, those that came twice counted twice. */
	read: number;
	/** Records in the list, as told last, and the fewest told; null where nothing was told. */
	total: number | null;
	least: number | null;
	/** Records vanished on the way, so that others may have been passed over. */
	shrank: boolean;
}

/** What is kept between polls. */
export interface State {
	known: Snapshot;
	reading: PagedReading;
	/** The reading before was sound. */
	wasSound: boolean;
	/** Events that are told: since they were chosen, stock has been taken. */
	events: string[];
	/** Events for which this reading takes stock. */
	joining: string[];
}

/** The reading that follows one. */
export const pagedReadingAfter = (last?: PagedReading): PagedReading => ({
	...readingAfter(last),
	nextPage: 1,
	read: 0,
	total: null,
	least: null,
	shrank: false,
});

const textsIn = (kept: unknown): string[] =>
	Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];

/** What stands at the beginning, and for what can't be read: then stock is taken anew. */
export function readState(kept: IDataObject | undefined): State {
	const known = Snapshot.from(kept?.snapshot);
	const reading = toReading(kept?.reading);
	if (!known || !reading || !isObject(kept?.reading)) {
		const first = pagedReadingAfter();
		return { known: new Snapshot(), reading: first, wasSound: false, events: [], joining: [] };
	}
	return {
		known,
		reading: { ...pagedReadingAfter(), ...kept.reading, ...reading },
		wasSound: kept.wasSound === true,
		events: textsIn(kept.events),
		joining: textsIn(kept.joining),
	};
}

/**
 * Takes up the events that are chosen. For one that was not, stock is taken by a whole reading: what
 * is known of the list may be older than the choice.
 * @param state is changed
 */
export function choose(state: State, events: string[]): void {
	const { reading } = state;
	const joining = events.filter((event) => !state.events.includes(event));
	const isNew = joining.some((event) => !state.joining.includes(event));
	state.events = events.filter((event) => state.events.includes(event));
	state.joining = joining;
	if (!isNew || reading.nextPage === 1) return;
	state.reading = pagedReadingAfter(reading);
	state.wasSound = false;
}

/** What of it n8n keeps. */
export const saveState = ({ known, reading, ...rest }: State): IDataObject => ({
	...rest,
	reading: { ...reading },
	snapshot: known.save(),
});

/**
 * Goes on with a reading, as far as there is time.
 * @param reading is changed
 * @returns whether it has come to its end
 * @throws RequestError
 */
export async function readPages(
	poll: Poll,
	path: string[],
	reading: PagedReading,
	see: (records: IDataObject[]) => void,
): Promise<boolean> {
	for await (const { entries, place, total, isLast } of poll.pages({ path }, reading.nextPage)) {
		see(entries);
		reading.read += entries.length;
		reading.nextPage = place.number + 1;
		if (total !== undefined) {
			reading.shrank ||= total < (reading.total ?? 0);
			reading.total = total;
			reading.least = Math.min(total, reading.least ?? total);
		}
		if (isLast || entries.length === 0) return true;
	}
	return false;
}

/**
 * Whether a reading saw as many different records as there are, or the same number as the reading
 * before where the service holds one twice, or some that can't be told apart.
 */
export function isSound({ shrank, least, read, seen, lastSeen }: PagedReading): boolean {
	if (shrank) return false;
	return seen >= (least ?? 0) || (read >= (least ?? 0) && seen === lastSeen);
}
