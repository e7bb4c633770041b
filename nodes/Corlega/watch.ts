import type { IDataObject } from 'n8n-workflow';

import { type Change, compare, type RecordReader } from '../shared/trigger/compare';
import { agrees, MOST_READINGS, readingsUntilGone, wantsAnother } from '../shared/trigger/reading';
import { together } from '../shared/trigger/together';
import { examplesEach, type Poll, type Watch } from '../shared/trigger/watch';
import { corlega } from './corlega.service';
import {
	choose,
	isSound,
	pagedReadingAfter,
	readPages,
	readState,
	saveState,
	type State,
} from './paged';

/** What can happen to a record of Corlega. */
type EventKind = 'created' | 'updated' | 'statusChanged';

/** What each event watches, and what it waits for. */
const WATCHED = {
	contactCreated: ['contacts', 'created'],
	contactUpdated: ['contacts', 'updated'],
	invoiceCreated: ['invoices', 'created'],
	invoiceStatusChanged: ['invoices', 'statusChanged'],
	invoiceUpdated: ['invoices', 'updated'],
	quoteCreated: ['quotes', 'created'],
	quoteStatusChanged: ['quotes', 'statusChanged'],
	quoteUpdated: ['quotes', 'updated'],
} as const satisfies Record<string, [path: string, kind: EventKind]>;

export type RecordEvent = keyof typeof WATCHED;

export const EVENTS = Object.keys(WATCHED) as RecordEvent[];

const pathOf = (event: RecordEvent) => WATCHED[event][0];

const kindOf = (event: RecordEvent): EventKind => WATCHED[event][1];

/** Pages after which no other reading is begun in the same poll, so that it takes 120 at the most. */
const MANY_PAGES = 60;

const reader: RecordReader = {
	identify: corlega.paging.identify,
	statusOf: ({ status }) => status,
};

function matches({ kind, hasNewStatus }: Change, event: RecordEvent): boolean {
	const wanted = kindOf(event);
	return wanted === 'statusChanged' ? kind === 'updated' && hasNewStatus : kind === wanted;
}

const outputOf = (
	{ record, from, to }: Pick<Change, 'record' | 'from' | 'to'>,
	event: RecordEvent,
): IDataObject =>
	kindOf(event) === 'statusChanged' ? { ...record, from, to, event } : { ...record, event };

/** What readings came to. */
interface Found {
	changes: Change[];
	/** Known records have gone, and are forgotten. */
	hasForgotten: boolean;
}

/**
 * Reads the list on, and at its end once more where known records are missing, or stock is taken:
 * some may have been passed over because others vanished.
 * @param state is changed: it then holds the list as it is now, as far as it was read
 */
async function readOn(poll: Poll, path: string[], state: State): Promise<Found> {
	const { known } = state;
	const isStock = state.joining.length > 0;
	const found: Found = { changes: [], hasForgotten: false };
	for (let readings = 1; readings <= MOST_READINGS; readings++) {
		const { reading } = state;
		const isAtEnd = await readPages(poll, path, reading, (records) => {
			found.changes.push(...compare(known, records, reader, reading));
		});
		if (!isAtEnd) break;
		const sound = isSound(reading);
		const isSure = sound && state.wasSound && agrees(reading);
		if (known.forget(reading.number, readingsUntilGone(isSure)) > 0) found.hasForgotten = true;
		state.wasSound = sound;
		if (sound) state.events.push(...state.joining.splice(0));
		state.reading = pagedReadingAfter(reading);
		const isWanted = wantsAnother(reading, { isSure, isStock, known: known.size });
		if (!isWanted || poll.pagesRead > MANY_PAGES || !poll.hasTimeFor(0)) break;
	}
	return found;
}

/**
 * Watches a list of Corlega. The API has no filter and no order, so every record is compared with
 * what was seen of it. A list that is too long for one poll is read over several.
 * @param path e.g. `contacts`
 * @param events of this list
 * @param limit of records that a test in the editor shows for each event
 */
const watchList = (path: string, events: RecordEvent[], limit: number): Watch => ({
	subject: path,

	async examples(poll) {
		const records = await poll.list({ path: [path], limit });
		return events.flatMap((event) =>
			records.map((record) => outputOf({ record, from: null, to: record.status ?? null }, event)),
		);
	},

	recognizes: async (poll, kept) =>
		await poll.recognizes({ path: [path] }, readState(kept).known, reader.identify),

	async changes(poll, kept) {
		const state = readState(kept);
		choose(state, events);
		const telling = events.filter((event) => state.events.includes(event));
		const { changes, hasForgotten } = await readOn(poll, [path], state);
		const hasJoined = state.events.length > telling.length;
		// Of a record that is not known a change can't be told; one that is told is kept with that.
		const hasLearned =
			!telling.some((event) => kindOf(event) === 'created') &&
			changes.some(({ kind }) => kind === 'created');
		return {
			state: saveState(state),
			emitted: changes.flatMap((change) =>
				telling.filter((event) => matches(change, event)).map((event) => outputOf(change, event)),
			),
			isWorthKeeping: hasJoined || (telling.length > 0 && (hasForgotten || hasLearned)),
		};
	},
});

/** Watches the lists that events are about, each list once. @param events at least one */
export function watchRecords(events: RecordEvent[]): Watch {
	const ofList = (path: string) => events.filter((event) => pathOf(event) === path);
	const limit = examplesEach(events);
	const paths = [...new Set(events.map(pathOf))];
	return together(paths.map((path) => watchList(path, ofList(path), limit)));
}
