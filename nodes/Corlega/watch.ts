import type { IDataObject } from 'n8n-workflow';

import { type Change, compare, type RecordReader } from '../shared/trigger/compare';
import { agrees, MOST_READINGS, readingsUntilGone, wantsAnother } from '../shared/trigger/reading';
import type { Changes, Poll, Watch } from '../shared/trigger/watch';
import { corlega } from './corlega.service';
import { isSound, pagedReadingAfter, readPages, readState, saveState, type State } from './paged';

/** What can happen to a record of Corlega. */
export type EventKind = 'created' | 'updated' | 'statusChanged';

/** Records that a test in the editor shows. */
const EXAMPLES = 3;

/** Pages after which no other reading is begun in the same poll, so that it takes 120 at the most. */
const MANY_PAGES = 60;

const reader: RecordReader = {
	identify: corlega.paging.identify,
	statusOf: ({ status }) => status,
};

const matches = ({ kind, hasNewStatus }: Change, event: EventKind): boolean =>
	event === 'statusChanged' ? kind === 'updated' && hasNewStatus : kind === event;

const outputOf = (
	{ record, from, to }: Pick<Change, 'record' | 'from' | 'to'>,
	event: EventKind,
) => (event === 'statusChanged' ? { ...record, from, to } : record);

/** What readings came to. */
interface Found {
	changes: Change[];
	/** Known records have gone, and are forgotten. */
	hasForgotten: boolean;
}

/**
 * Reads the list on, and at its end once more where known records are missing, or the first stock is
 * taken: some may have been passed over because others vanished.
 * @param state is changed: it then holds the list as it is now, as far as it was read
 */
async function readOn(poll: Poll, path: string[], state: State): Promise<Found> {
	const { known } = state;
	const isStock = !state.isComplete;
	const found: Found = { changes: [], hasForgotten: false };
	let pagesInPoll = 0;
	for (let readings = 1; readings <= MOST_READINGS; readings++) {
		const { reading } = state;
		const { isAtEnd, pages } = await readPages(poll, path, reading, (records) => {
			found.changes.push(...compare(known, records, reader, reading));
		});
		if (!isAtEnd) break;
		pagesInPoll += pages;
		const sound = isSound(reading);
		const isSure = sound && state.wasSound && agrees(reading);
		if (known.forget(reading.number, readingsUntilGone(isSure)) > 0) found.hasForgotten = true;
		state.wasSound = sound;
		state.isComplete ||= sound;
		state.reading = pagedReadingAfter(reading);
		const isWanted = wantsAnother(reading, { isSure, isStock, known: known.size });
		if (!isWanted || pagesInPoll > MANY_PAGES || !poll.hasTimeFor(0)) break;
	}
	return found;
}

/**
 * Watches a list of Corlega. The API has no filter and no order, so every record is compared with
 * what was seen of it. A list that is too long for one poll is read over several.
 * @param path e.g. `contacts`
 */
export function watchRecords(path: string, event: EventKind): Watch {
	return {
		subject: path,

		async examples(poll) {
			const records = await poll.list({ path: [path], limit: EXAMPLES });
			return records.map((record) =>
				outputOf({ record, from: null, to: record.status ?? null }, event),
			);
		},

		async changes(poll: Poll, kept?: IDataObject): Promise<Changes> {
			const state = readState(kept);
			const wasComplete = state.isComplete;
			const { changes, hasForgotten } = await readOn(poll, [path], state);
			const hasLearned = event !== 'created' && changes.some(({ kind }) => kind === 'created');
			const told = wasComplete ? changes.filter((change) => matches(change, event)) : [];
			return {
				state: saveState(state),
				emitted: told.map((change) => outputOf(change, event)),
				isWorthKeeping: wasComplete ? hasLearned || hasForgotten : state.isComplete,
			};
		},
	};
}
