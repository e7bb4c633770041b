import type { IDataObject } from 'n8n-workflow';

import { readField } from '../shared/input/readField';
import type { PollClient } from '../shared/trigger/pollClient';
import {
	type Change,
	ListScan,
	type ListState,
	readListState,
	type RecordReader,
	saveListState,
	scanList,
} from '../shared/trigger/scanList';
import { examplesEach, type Watch } from '../shared/trigger/watch';
import { simplify } from './actions/organisation/simplify';
import { cor } from './cor.service';
import { lastChangeOf } from './lastChange';
import { DATES, readMidnight } from './registerTime';

export const EVENTS = [
	'organisationAdded',
	'organisationChanged',
	'organisationWithdrawn',
] as const;

export type OrganisationEvent = (typeof EVENTS)[number];

const WITHDRAWN = 'Ingetrokken';

const list = { path: ['organisaties'] };

/**
 * Simplified and with days for dates, so that other links, spellings or another order are no change:
 * the document's address dates by the day, today's with a time.
 */
function contentOf(organisation: IDataObject): IDataObject {
	const content = simplify(organisation);
	for (const name of DATES) content[name] = readMidnight(content[name]) ?? content[name];
	return { ...content, subOins: [...(content.subOins as string[])].sort() };
}

const reader: RecordReader = {
	identify: cor.paging.identify,
	contentOf,
	statusOf: (organisation) => readField(organisation, 'status'),
};

/** Milliseconds in which changes may get the same time: the register gives seconds at best. */
const SAME_MOMENT = 120_000;

interface LastChange {
	/** Milliseconds since 1970; null if the register doesn't say. */
	changedAt: number | null;
	/** When no other change can get the same time any more, by the register's clock. */
	quietFrom: number;
	/** It is past `quietFrom`: while `changedAt` stays the same, nothing has changed. */
	isRead: boolean;
}

type State = ListState & Partial<LastChange>;

async function readLastChange(poll: PollClient, before: State): Promise<LastChange> {
	const { body, headers } = await poll.request({ method: 'GET', path: ['laatsteWijziging'] });
	const changedAt = lastChangeOf(body) ?? null;
	if (changedAt === null) return { changedAt, quietFrom: 0, isRead: false };
	const date = Date.parse(String(headers.date ?? ''));
	const now = Number.isNaN(date) ? Date.now() : date;
	const seenAt = before.changedAt === undefined ? changedAt : now;
	const quietFrom =
		changedAt === before.changedAt ? before.quietFrom! : Math.max(changedAt, seenAt) + SAME_MOMENT;
	return { changedAt, quietFrom, isRead: now > quietFrom };
}

function eventOf({ kind, from, to }: Change): OrganisationEvent {
	if (kind === 'created') return 'organisationAdded';
	return to === WITHDRAWN && from !== WITHDRAWN ? 'organisationWithdrawn' : 'organisationChanged';
}

/**
 * Watches the register. Each poll first asks when the register last changed.
 * @param events at least one
 */
export function watchOrganisations(events: OrganisationEvent[]): Watch {
	return {
		subject: 'organisaties',

		async examples(poll) {
			const limit = examplesEach(events);
			const samples = events.map(async (event) => {
				const query = event === 'organisationWithdrawn' ? { status: WITHDRAWN } : {};
				const organisations = await poll.list({ ...list, query, limit });
				return organisations.map((record) => ({ record, event }));
			});
			return (await Promise.all(samples)).flat();
		},

		async changes(poll, saved) {
			const state: State = readListState(saved, events);
			const reported = [...state.events];
			const lastChange = await readLastChange(poll, state);
			const { changedAt } = lastChange;
			if (changedAt !== null && state.isRead && state.changedAt === changedAt) {
				// What is known is the register as it is now: a baseline for new events too.
				const before = saved?.events as string[];
				const isSame = reported.length === events.length && events.length === before.length;
				return { state: { ...saved, events }, emitted: [], mustPersist: !isSame };
			}
			const scan = new ListScan(state, reader);
			await scanList(poll, [scan], async function* () {
				yield { entries: await poll.list(list), isLast: true };
			});
			const { changes, hasForgotten, isBaseline } = scan;
			return {
				state: { ...saveListState(state), ...lastChange },
				emitted: changes
					.map((change) => ({ record: change.record, event: eventOf(change) }))
					.filter(({ event }) => reported.includes(event)),
				mustPersist: isBaseline || changes.length > 0 || hasForgotten,
			};
		},
	};
}
