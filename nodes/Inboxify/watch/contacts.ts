import type { IDataObject } from 'n8n-workflow';

import type { ListRequest } from '../../shared/service/paging';
import type { PollClient } from '../../shared/trigger/pollClient';
import { ListScan, readListState, saveListState, scanList } from '../../shared/trigger/scanList';
import { examplesEach, type Watch } from '../../shared/trigger/watch';
import { inboxify } from '../inboxify.service';
import { hasBounced, isUnsubscribed } from '../optOut';
import { latestOf, reader, readFirstPage, type State } from './firstPage';

export const EVENTS = ['contactAdded', 'contactBounced', 'contactUnsubscribed'] as const;

type ContactEvent = (typeof EVENTS)[number];

const MATCHES: Record<ContactEvent, (contact: IDataObject) => boolean> = {
	contactAdded: () => true,
	contactBounced: hasBounced,
	contactUnsubscribed: isUnsubscribed,
};

type States = Map<ContactEvent, State>;

interface Outcome {
	event: ContactEvent;
	state: State;
	/** Oldest first. */
	contacts: IDataObject[];
	mustPersist: boolean;
}

/** Whether Inboxify returns only the contacts that events are about. */
const isFiltered = (events: ContactEvent[]): boolean =>
	events.every((event) => event === 'contactUnsubscribed');

/** The list that events are about, newest first if Inboxify's sorting is what it seems to be. */
const listOf = (list: string, events: ContactEvent[]): ListRequest => ({
	path: ['contacts', list],
	query: { ...(isFiltered(events) ? { unsubscribed: 'True' } : {}), sort: 'DESC' },
});

const matchesOf = (event: ContactEvent, events: ContactEvent[]) =>
	isFiltered(events) ? MATCHES.contactAdded : MATCHES[event];

/** Scans the whole list, once for all events. */
async function scanContacts(
	poll: PollClient,
	list: string,
	events: ContactEvent[],
	states: States,
): Promise<Outcome[]> {
	if (events.length === 0) return [];
	const readAt = Date.now();
	let latest: string | undefined;
	const scans = events.map((event) => {
		return new ListScan(states.get(event)!, { ...reader, matches: matchesOf(event, events) });
	});
	await scanList(poll, scans, async function* () {
		const entries = await poll.list(listOf(list, events));
		latest = latestOf(entries);
		yield { entries, isLast: true };
	});
	return events.map((event, index) => {
		const { state, changes, isBaseline, hasForgotten } = scans[index];
		return {
			event,
			state: { ...state, readAt, latest: event === 'contactAdded' ? latest : undefined },
			contacts: isBaseline ? [] : changes.map(({ record }) => record).reverse(),
			mustPersist: isBaseline || hasForgotten,
		};
	});
}

/** New contacts, if the first page shows them all and the whole list is not needed anyway. */
async function readAdded(
	poll: PollClient,
	list: string,
	events: ContactEvent[],
	states: States,
): Promise<Outcome[]> {
	const before = states.get('contactAdded');
	if (!before) return [];
	const isLong = before.known.size > inboxify.paging.maximum;
	if (events.length > 1 && (events.includes('contactBounced') || !isLong)) return [];
	const found = await readFirstPage(poll, listOf(list, ['contactAdded']), before);
	if (!found) return [];
	const { added, state } = found;
	return [{ event: 'contactAdded', state, contacts: added.reverse(), mustPersist: false }];
}

/**
 * Watches a list for contacts that start to match an event, also for the second time. Each event has
 * its own state, so a new one gets its own baseline.
 * @param events at least one
 */
export const watchContacts = (list: string, events: ContactEvent[]): Watch => ({
	subject: JSON.stringify([list]),

	async examples(poll) {
		const count = examplesEach(events);
		const samples = events.map(async (event) => {
			const limit = event === 'contactBounced' ? inboxify.paging.maximum : count;
			const contacts = await poll.list({ ...listOf(list, [event]), limit });
			const shown = contacts.filter(matchesOf(event, [event])).slice(0, count);
			return shown.map((record) => ({ record, event }));
		});
		return (await Promise.all(samples)).flat();
	},

	listsOf: (saved) =>
		events.map((event) => ({
			request: listOf(list, [event]),
			state: readListState(saved?.[event], [event]),
			reader,
		})),

	async changes(poll, saved) {
		const states: States = new Map(
			events.map((event) => [event, readListState(saved?.[event], [event])]),
		);
		const added = await readAdded(poll, list, events, states);
		const others = added.length > 0 ? events.filter((event) => event !== 'contactAdded') : events;
		const outcomes = [...added, ...(await scanContacts(poll, list, others, states))];
		return {
			state: Object.fromEntries(outcomes.map(({ event, state }) => [event, saveListState(state)])),
			emitted: outcomes.flatMap(({ event, contacts }) =>
				contacts.map((record) => ({ record, event })),
			),
			mustPersist: outcomes.some(({ mustPersist }) => mustPersist),
		};
	},
});
