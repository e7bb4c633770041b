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

/** What became of a list since it was read last. */
export interface Found {
	changes: Change[];
	/** Known records have gone, and are forgotten. */
	hasForgotten: boolean;
	/** The last reading. */
	reading: Reading;
}

/**
 * Reads a whole list, and again where known records are missing, as far as there is time: they may
 * have been passed over because others moved. A first stock is read twice, so that nothing that
 * was passed over is taken for new later.
 * @param read the whole list, each time anew
 * @param snapshot is changed: it then holds the list as it is now
 * @param before the last reading; undefined for the first stock
 */
export async function readWhole(
	poll: Poll,
	read: () => Promise<IDataObject[]>,
	{ snapshot, reader, before }: { snapshot: Snapshot; reader: RecordReader; before?: Reading },
): Promise<Found> {
	const found: Found = { changes: [], hasForgotten: false, reading: readingAfter(before) };
	for (let readings = 1; ; readings++) {
		const { reading } = found;
		const started = performance.now();
		found.changes.push(...compare(snapshot, await read(), reader, reading));
		const took = performance.now() - started;
		const isSure = agrees(reading);
		if (snapshot.forget(reading.number, readingsUntilGone(isSure)) > 0) found.hasForgotten = true;
		const isWanted = wantsAnother(reading, {
			isSure,
			isStock: before === undefined,
			known: snapshot.size,
		});
		if (!isWanted || readings === MOST_READINGS || !poll.hasTimeFor(took)) return found;
		found.reading = readingAfter(reading);
	}
}
