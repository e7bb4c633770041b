import type { IDataObject } from 'n8n-workflow';

import { type Change, compare, type RecordReader } from './compare';
import {
	agrees,
	MOST_READINGS,
	type Reading,
	readingAfter,
	readingsUntilGone,
	wantsAnother,
} from './reading';
import type { Snapshot } from './snapshot';
import type { Poll } from './watch';

/** A list, or a part of it, of which it is known what was there. */
export interface View {
	/** Is changed: it then holds the list as it is now. */
	snapshot: Snapshot;
	reader: RecordReader;
	/** Its records among those of the list; all of them when absent. */
	pick?(records: IDataObject[]): IDataObject[];
	/** The last reading; undefined for the first one. */
	before?: Reading;
	/** Stock is taken, at least for one event. */
	isStock: boolean;
}

/** What became of a view since it was read last. */
export interface Found {
	changes: Change[];
	/** Known records have gone, and are forgotten. */
	hasForgotten: boolean;
	/** The last reading. */
	reading: Reading;
}

/** Compares what was read with a view. @returns whether another reading would tell more */
function look({ snapshot, reader, pick, isStock }: View, found: Found, records: IDataObject[]) {
	const { reading } = found;
	found.changes.push(...compare(snapshot, pick?.(records) ?? records, reader, reading));
	const isSure = agrees(reading);
	if (snapshot.forget(reading.number, readingsUntilGone(isSure)) > 0) found.hasForgotten = true;
	return wantsAnother(reading, { isSure, isStock, known: snapshot.size });
}

/**
 * Reads a whole list, once for all views of it, and again where known records are missing, as far as
 * there is time: they may have been passed over because others moved. A stock is read twice, so that
 * nothing that was passed over is taken for new later.
 * @param read the whole list, each time anew
 * @returns what was found, in the order of the views
 */
export async function readWhole(
	poll: Poll,
	read: () => Promise<IDataObject[]>,
	views: View[],
): Promise<Found[]> {
	const all = views.map(
		({ before }): Found => ({ changes: [], hasForgotten: false, reading: readingAfter(before) }),
	);
	for (let readings = 1; ; readings++) {
		const started = performance.now();
		const records = await read();
		const wanting = views.filter((view, index) => look(view, all[index], records));
		const took = performance.now() - started;
		if (wanting.length === 0 || readings === MOST_READINGS || !poll.hasTimeFor(took)) return all;
		for (const found of all) found.reading = readingAfter(found.reading);
	}
}
