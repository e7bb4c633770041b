import type { IDataObject } from 'n8n-workflow';

import type { ListRequest } from '../../shared/service/paging';
import { readWhole } from '../../shared/trigger/readWhole';
import { Snapshot } from '../../shared/trigger/snapshot';
import { examplesEach, type Poll, type Watch } from '../../shared/trigger/watch';
import { inboxify } from '../inboxify.service';
import { latestOf, readFront } from './front';
import { reader, readState, saveState, type State } from './state';

/** What can happen to a contact of a list. */
export const EVENTS = ['contactAdded', 'contactBounced', 'contactUnsubscribed'] as const;

export type ContactEvent = (typeof EVENTS)[number];

/** Which contacts of the list meet the condition of an event. */
const MEETS: Record<ContactEvent, (contact: IDataObject) => boolean> = {
	contactAdded: () => true,
	contactBounced: ({ bounced }) => bounced === true,
	contactUnsubscribed: ({ unsubscribed }) => unsubscribed === true,
};

/** Whether Inboxify itself gives only the contacts that events are about. */
const isFiltered = (events: ContactEvent[]): boolean =>
	events.every((event) => event === 'contactUnsubscribed');

/** The list that events are about, newest first as far as Inboxify's order goes. */
const listOf = (list: string, events: ContactEvent[]): ListRequest => ({
	path: ['contacts', list],
	query: { ...(isFiltered(events) ? { unsubscribed: 'True' } : {}), sort: 'DESC' },
});

/** The contacts of that list which meet the condition of an event. */
const meeting = (contacts: IDataObject[], event: ContactEvent, events: ContactEvent[]) =>
	isFiltered(events) ? contacts : contacts.filter(MEETS[event]);

/** What became of an event. */
interface Outcome {
	event: ContactEvent;
	/** What is kept of it. */
	state: IDataObject;
	/** The contacts that have come to meet it, oldest first. */
	told: IDataObject[];
	isWorthKeeping: boolean;
}

/** Reads the whole list, once for all events. Of each it is known who met it. */
async function readAll(
	poll: Poll,
	list: string,
	events: ContactEvent[],
	known: Map<ContactEvent, State | undefined>,
): Promise<Outcome[]> {
	if (events.length === 0) return [];
	const readAt = Date.now();
	let latest: string | undefined;
	const request = listOf(list, events);
	const read = async () => {
		const contacts = await poll.list(request);
		latest = latestOf(contacts);
		return contacts;
	};
	const views = events.map((event) => {
		const before = known.get(event);
		return {
			// Only those that meet it now are known: who comes to meet it once more is told once more.
			snapshot: before?.known ?? new Snapshot(),
			reader,
			pick: (contacts: IDataObject[]) => meeting(contacts, event, events),
			before: before?.reading,
			isStock: before === undefined,
		};
	});
	const found = await readWhole(poll, read, views);
	return events.map((event, index) => {
		const { snapshot, isStock } = views[index];
		const { changes, hasForgotten, reading } = found[index];
		const kept: State = { known: snapshot, reading, readAt };
		return {
			event,
			state: saveState(event === 'contactAdded' ? { ...kept, latest } : kept),
			told: isStock ? [] : changes.map(({ record }) => record).reverse(),
			isWorthKeeping: isStock || hasForgotten,
		};
	});
}

/**
 * Whether the first page is looked at for new contacts: not where the whole list has to be read
 * anyway, or is a page and no more.
 */
const isFrontWorth = (events: ContactEvent[], { known }: State): boolean =>
	events.length === 1 ||
	(!events.includes('contactBounced') && known.size > inboxify.paging.maximum);

/**
 * Watches a list for contacts that come to meet the condition of an event. What is kept stands by
 * the event, so that one that is new takes stock of its own.
 * @param events at least one
 */
export const watchContacts = (list: string, events: ContactEvent[]): Watch => ({
	subject: JSON.stringify([list]),

	async examples(poll) {
		const count = examplesEach(events);
		const samples = events.map(async (event) => {
			const limit = event === 'contactBounced' ? inboxify.paging.maximum : count;
			const contacts = await poll.list({ ...listOf(list, [event]), limit });
			const shown = meeting(contacts, event, [event]).slice(0, count);
			return shown.map((contact) => ({ ...contact, event }));
		});
		return (await Promise.all(samples)).flat();
	},

	async recognizes(poll, kept) {
		for (const event of events) {
			const state = readState(kept[event]);
			const request = listOf(list, [event]);
			if (state && (await poll.recognizes(request, state.known, reader.identify))) return true;
		}
		return false;
	},

	async changes(poll, kept) {
		const known = new Map(events.map((event) => [event, readState(kept?.[event])]));
		const before = known.get('contactAdded');
		const front =
			before && isFrontWorth(events, before)
				? await readFront(poll, listOf(list, ['contactAdded']), before)
				: undefined;
		const outcomes: Outcome[] = [];
		if (front) {
			const { added, state } = front;
			outcomes.push({
				event: 'contactAdded',
				state: state === before ? (kept!.contactAdded as IDataObject) : saveState(state),
				told: added.reverse(),
				isWorthKeeping: false,
			});
		}
		const others = front ? events.filter((event) => event !== 'contactAdded') : events;
		outcomes.push(...(await readAll(poll, list, others, known)));
		const isSame =
			outcomes.every(({ event, state }) => state === kept?.[event]) &&
			Object.keys(kept ?? {}).length === outcomes.length;
		return {
			state: isSame
				? kept!
				: Object.fromEntries(outcomes.map(({ event, state }) => [event, state])),
			emitted: outcomes.flatMap(({ event, told }) =>
				told.map((contact) => ({ ...contact, event })),
			),
			isWorthKeeping: outcomes.some(({ isWorthKeeping }) => isWorthKeeping),
		};
	},
});
