import type { IDataObject } from 'n8n-workflow';

import type { Change, RecordReader } from '../shared/trigger/compare';
import { type Reading, toReading } from '../shared/trigger/reading';
import { readWhole } from '../shared/trigger/readWhole';
import { Snapshot } from '../shared/trigger/snapshot';
import { type Changes, examplesEach, type Poll, type Watch } from '../shared/trigger/watch';
import { simplify } from './actions/organisation/simplify';
import { cor } from './cor.service';
import { lastChangeOf } from './lastChange';

/** What can happen to an organisation in the register. */
export const EVENTS = [
	'organisationAdded',
	'organisationChanged',
	'organisationWithdrawn',
] as const;

export type OrganisationEvent = (typeof EVENTS)[number];

const WITHDRAWN = 'Ingetrokken';

const list = { path: ['organisaties'] };

const reader: RecordReader = {
	identify: cor.paging.identify,
	// Simplified, so that a link that reads differently is no change; nor is another order.
	contentOf: (organisation) => {
		const simple = simplify(organisation);
		return { ...simple, subOins: [...(simple.subOins as string[])].sort() };
	},
	statusOf: ({ status }) => status,
};

/**
 * Milliseconds after a change in which another one may have the same date and time, which the
 * register tells in seconds at best.
 */
const SAME_MOMENT = 120_000;

/** What is kept between polls. */
interface State {
	known: Snapshot;
	reading: Reading;
	/** When the register last changed, in milliseconds since 1970; null where it doesn't say. */
	changedAt: number | null;
	/** When no other change can come with the same date and time, by the register's clock. */
	quietFrom: number;
	/** The register has been read since. */
	isRead: boolean;
	/** Events that are told: they were chosen when the register was read. */
	events: string[];
}

function readState(kept: IDataObject | undefined): State | undefined {
	const known = Snapshot.from(kept?.snapshot);
	const reading = toReading(kept?.reading);
	if (!known || !reading) return undefined;
	const events = Array.isArray(kept?.events) ? (kept.events as string[]) : [];
	return { ...(kept as unknown as State), known, reading, events };
}

const saveState = ({ known, reading, ...rest }: State): IDataObject => ({
	...rest,
	reading: { ...reading },
	snapshot: known.save(),
});

/**
 * When the register last changed. A date that is new to us may have been given to more than one
 * change, also to one that is made after we have seen it.
 */
async function askLastChange(
	poll: Poll,
	before: State | undefined,
): Promise<Pick<State, 'changedAt' | 'quietFrom' | 'isRead'>> {
	const { body, headers } = await poll.request({ method: 'GET', path: ['laatsteWijziging'] });
	const changedAt = lastChangeOf(body) ?? null;
	if (changedAt === null) return { changedAt, quietFrom: 0, isRead: false };
	const told = Date.parse(String(headers.date ?? ''));
	const now = Number.isNaN(told) ? Date.now() : told;
	const isKnown = changedAt === before?.changedAt;
	const seenAt = before ? now : changedAt;
	const quietFrom = isKnown ? before.quietFrom : Math.max(changedAt, seenAt) + SAME_MOMENT;
	return { changedAt, quietFrom, isRead: now > quietFrom };
}

function eventOf({ kind, from, to }: Change): OrganisationEvent {
	if (kind === 'created') return 'organisationAdded';
	return to === WITHDRAWN && from !== WITHDRAWN ? 'organisationWithdrawn' : 'organisationChanged';
}

/**
 * Watches the register. Asks first when it last changed: one small request where nothing did.
 * @param events at least one
 * @param isSimple whether organisations are given without links
 */
export function watchOrganisations(events: OrganisationEvent[], isSimple: boolean): Watch {
	const present = (organisation: IDataObject, event: OrganisationEvent) => ({
		...(isSimple ? simplify(organisation) : organisation),
		event,
	});

	return {
		subject: 'organisaties',

		async examples(poll) {
			const limit = examplesEach(events);
			const samples = events.map(async (event) => {
				const query = event === 'organisationWithdrawn' ? { status: WITHDRAWN } : {};
				const organisations = await poll.list({ ...list, query, limit });
				return organisations.map((organisation) => present(organisation, event));
			});
			return (await Promise.all(samples)).flat();
		},

		async changes(poll, kept): Promise<Changes> {
			const before = readState(kept);
			const telling = events.filter((event) => before?.events.includes(event));
			const lastChange = await askLastChange(poll, before);
			const { changedAt } = lastChange;
			if (changedAt !== null && before?.isRead && before.changedAt === changedAt) {
				// What is known is the register as it is now, also for an event that is new.
				const isSame = telling.length === events.length && events.length === before.events.length;
				return {
					state: isSame ? kept! : { ...kept, events },
					emitted: [],
					isWorthKeeping: !isSame,
				};
			}
			const snapshot = before?.known ?? new Snapshot();
			const isStock = telling.length < events.length;
			const view = { snapshot, reader, before: before?.reading, isStock };
			const [{ changes, hasForgotten, reading }] = await readWhole(
				poll,
				async () => await poll.list(list),
				[view],
			);
			const told = changes.filter((change) => telling.includes(eventOf(change)));
			return {
				state: saveState({ known: snapshot, reading, ...lastChange, events }),
				emitted: told.map((change) => present(change.record, eventOf(change))),
				isWorthKeeping: isStock || changes.length > 0 || hasForgotten,
			};
		},
	};
}
