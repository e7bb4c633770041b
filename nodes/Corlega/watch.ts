import { combineWatches } from '../shared/trigger/combineWatches';
import { type CountedState, hasSameTotal } from '../shared/trigger/countedList';
import {
	type Change,
	ListScan,
	readListState,
	type RecordReader,
	saveListState,
	scanList,
} from '../shared/trigger/scanList';
import { type Emission, examplesEach, type Watch } from '../shared/trigger/watch';
import { corlega } from './corlega.service';

type EventKind = 'created' | 'updated' | 'statusChanged';

/** The list that each event is about, and what it reports. */
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

type RecordEvent = keyof typeof WATCHED;

export const EVENTS = Object.keys(WATCHED) as RecordEvent[];

export const pathOf = (event: RecordEvent) => WATCHED[event][0];

const kindOf = (event: RecordEvent): EventKind => WATCHED[event][1];

const reader: RecordReader = {
	identify: corlega.paging.identify,
	statusOf: ({ status }) => status,
};

const matches = ({ kind, hasNewStatus }: Change, event: RecordEvent): boolean =>
	kindOf(event) === 'statusChanged' ? kind === 'updated' && hasNewStatus : kind === kindOf(event);

const emissionOf = (
	{ record, from, to }: Pick<Change, 'record' | 'from' | 'to'>,
	event: RecordEvent,
): Emission => ({ record, ...(kindOf(event) === 'statusChanged' && { from, to }), event });

/**
 * Watches a list of Corlega. The API has no filter and no order, so each scan compares every record. If
 * only new records are reported, a poll scans the list only if its total changed, and at an interval.
 * @param path e.g. `contacts`
 * @param events about this list
 * @param limit examples of each event
 * @param interval milliseconds
 */
const watchList = (
	path: string,
	events: RecordEvent[],
	limit: number,
	interval: number,
): Watch => ({
	subject: path,

	async examples(poll) {
		const records = await poll.list({ path: [path], limit });
		return events.flatMap((event) =>
			records.map((record) => emissionOf({ record, from: null, to: record.status ?? null }, event)),
		);
	},

	listsOf: (saved) => [{ request: { path: [path] }, state: readListState(saved, events), reader }],

	async changes(poll, saved) {
		const startedAt = Date.now();
		const state: CountedState = readListState(saved, events);
		const isCountEnough = events.every((event) => kindOf(event) === 'created');
		if (saved && isCountEnough && (await hasSameTotal(poll, { path: [path] }, state, interval))) {
			return { state: saved, emitted: [], mustPersist: false };
		}
		if (!isCountEnough) state.countedAt = undefined;
		// Not when the scan ends, which can be several polls later: it may miss what changes meanwhile.
		else if ((state.stats.nextPage ?? 1) === 1) state.countedAt = startedAt;
		const reported = events.filter((event) => state.events.includes(event));
		const scan = new ListScan(state, reader);
		await scanList(poll, [scan], (from) => poll.pages({ path: [path] }, from));
		const { changes, hasForgotten } = scan;
		const hasBaseline = state.events.length > reported.length;
		// Changes of a new record are reported only if it is stored, here or with its own emission.
		const hasUnreported =
			!reported.some((event) => kindOf(event) === 'created') &&
			changes.some(({ kind }) => kind === 'created');
		return {
			state: saveListState(state),
			emitted: changes.flatMap((change) =>
				reported
					.filter((event) => matches(change, event))
					.map((event) => emissionOf(change, event)),
			),
			mustPersist: hasBaseline || (reported.length > 0 && (hasForgotten || hasUnreported)),
		};
	},
});

/**
 * Watches the lists that events are about.
 * @param events at least one
 * @param interval milliseconds between two scans of a list that seems unchanged
 */
export function watchRecords(events: RecordEvent[], interval: number): Watch {
	const limit = examplesEach(events);
	const paths = [...new Set(events.map(pathOf))];
	return combineWatches(
		paths.map((path) => {
			const ofList = events.filter((event) => pathOf(event) === path);
			return watchList(path, ofList, limit, interval);
		}),
	);
}
