import type { IDataObject } from 'n8n-workflow';

import type { Changes, Poll, Watch } from '../shared/trigger/poll';
import { Snapshot } from '../shared/trigger/snapshot';
import { inboxify } from './inboxify.service';

/** What can happen to a contact of a list. */
export const EVENTS = ['contactAdded', 'contactBounced', 'contactUnsubscribed'] as const;

export type ContactEvent = (typeof EVENTS)[number];

/** Records that a test in the editor shows. */
const EXAMPLES = 3;

/** What of a contact is kept: only that it is known. */
const NOTHING: IDataObject = {};

const idOf = (contact: IDataObject): string => inboxify.paging.identify(contact) ?? '';

const isBounced = ({ bounced }: IDataObject): boolean => bounced === true;

/** Contacts that meet the condition of an event, all of them, each time. */
async function fetchAll(poll: Poll, list: string, event: ContactEvent): Promise<IDataObject[]> {
	const query = event === 'contactUnsubscribed' ? { unsubscribed: 'True' } : {};
	const contacts = await poll.list({ path: ['contacts', list], query: { ...query, sort: 'DESC' } });
	return event === 'contactBounced' ? contacts.filter(isBounced) : contacts;
}

/**
 * Reads the newest contacts, up to the first that is known. Where the number in the list is not
 * what it should be then, because contacts have gone or stand in another order, all are read.
 */
async function fetchAdded(poll: Poll, list: string, known: Snapshot): Promise<IDataObject[]> {
	const size = inboxify.paging.maximum;
	const path = ['contacts', list];
	const added: IDataObject[] = [];
	for (let number = 1; ; number++) {
		const place = { number, size, offset: (number - 1) * size };
		const page = await poll.page({ path, query: { sort: 'DESC' } }, place);
		const firstKnown = page.entries.findIndex((contact) => known.has(idOf(contact)));
		added.push(...(firstKnown < 0 ? page.entries : page.entries.slice(0, firstKnown)));
		if (firstKnown < 0 && !page.isLast) continue;
		if (page.total === undefined || page.total === known.size + added.length) return added;
		break;
	}
	const all = await fetchAll(poll, list, 'contactAdded');
	return all.filter((contact) => !known.has(idOf(contact)));
}

function snapshotOf(contacts: IDataObject[], before?: Snapshot): Snapshot {
	const snapshot = before ?? new Snapshot();
	for (const contact of contacts) snapshot.keep(idOf(contact), NOTHING);
	return snapshot;
}

/** Watches a list for contacts that come to meet the condition of an event. */
export function watchContacts(list: string, event: ContactEvent): Watch {
	return {
		subject: JSON.stringify([list, event]),

		async examples(poll) {
			const query = event === 'contactUnsubscribed' ? { unsubscribed: 'True' } : {};
			const limit = event === 'contactBounced' ? inboxify.paging.maximum : EXAMPLES;
			const contacts = await poll.list({
				path: ['contacts', list],
				query: { ...query, sort: 'DESC' },
				limit,
			});
			const shown = event === 'contactBounced' ? contacts.filter(isBounced) : contacts;
			return shown.slice(0, EXAMPLES);
		},

		async changes(poll, state): Promise<Changes> {
			if (state === undefined) {
				const contacts = await fetchAll(poll, list, event);
				return { state: snapshotOf(contacts).save(), emitted: [] };
			}
			const known = new Snapshot(state);
			if (event === 'contactAdded') {
				const added = await fetchAdded(poll, list, known);
				return { state: snapshotOf(added, known).save(), emitted: added.reverse() };
			}
			const contacts = await fetchAll(poll, list, event);
			const fresh = contacts.filter((contact) => !known.has(idOf(contact)));
			// Only those that meet it now are kept: who unsubscribes once more is told once more.
			return { state: snapshotOf(contacts).save(), emitted: fresh.reverse() };
		},
	};
}
