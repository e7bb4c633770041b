import type { IDataObject } from 'n8n-workflow';

import { isIdentifier } from '../shared/input/check';
import type { RecordReader } from '../shared/trigger/compare';
import { type Reading, toReading } from '../shared/trigger/reading';
import { readWhole } from '../shared/trigger/readWhole';
import { Snapshot } from '../shared/trigger/snapshot';
import type { Changes, Poll, Watch } from '../shared/trigger/watch';
import { inboxify } from './inboxify.service';

/** What can happen to a contact of a list. */
export const EVENTS = ['contactAdded', 'contactBounced', 'contactUnsubscribed'] as const;

export type ContactEvent = (typeof EVENTS)[number];

/** Records that a test in the editor shows. */
const EXAMPLES = 3;

/** Milliseconds after which the whole list is read, whatever its order seems to be. */
const OFTEN = 3_600_000;

/** What of a contact is kept: only that it is known. */
const NOTHING: IDataObject = {};

const reader = {
	/** A list holds an address once. */
	identify: (contact: IDataObject): string | undefined => {
		const { email } = contact;
		const address = isIdentifier(email) ? String(email).toLowerCase() : undefined;
		return inboxify.paging.identify(contact) ?? address;
	},
	contentOf: () => NOTHING,
} satisfies RecordReader;

const isBounced = ({ bounced }: IDataObject): boolean => bounced === true;

/** The list that an event is about, newest first as far as Inboxify's order goes. */
const listOf = (list: string, event: ContactEvent) => ({
	path: ['contacts', list],
	query: {
		...(event === 'contactUnsubscribed' ? { unsubscribed: 'True' } : {}),
		sort: 'DESC',
	},
});

const dateOf = ({ registrationDate }: IDataObject): string => String(registrationDate ?? '');

/** Whether contacts stand in the order of their registration, the latest first. */
const areNewestFirst = (contacts: IDataObject[]): boolean =>
	contacts.map(dateOf).every((date, index, dates) => {
		return date !== '' && (index === 0 || date <= dates[index - 1]);
	});

/**
 * The date of the latest contact of a whole list, where it stands in the order of registration.
 * @returns undefined where it doesn't, or nobody is in the list
 */
const latestOf = (contacts: IDataObject[]): string | undefined =>
	contacts.length > 0 && areNewestFirst(contacts) ? dateOf(contacts[0]) : undefined;

/** What is kept between polls. */
interface State {
	known: Snapshot;
	/** The last reading of the whole list. */
	reading: Reading;
	/** When that was, in milliseconds since 1970. */
	readAt: number;
	/** The date of the latest contact, where the list stood in the order of registration. */
	latest?: string;
}

function readState(kept: IDataObject | undefined): State | undefined {
	const known = Snapshot.from(kept?.snapshot);
	const reading = toReading(kept?.reading);
	if (!known || !reading) return undefined;
	const { readAt, latest } = kept!;
	return {
		known,
		reading,
		readAt: Number(readAt),
		latest: typeof latest === 'string' ? latest : undefined,
	};
}

const saveState = ({ known, reading, ...rest }: State): IDataObject => ({
	...rest,
	reading: { ...reading },
	snapshot: known.save(),
});

/** Whether it is long enough ago that the whole list was read. */
function isDue({ readAt }: State): boolean {
	const age = Date.now() - readAt;
	return !(age >= 0 && age < OFTEN);
}

/**
 * Whether no new contact stands behind a page that is not the last. Inboxify tells days only, so new
 * ones have a date that is as late as the latest was.
 */
const holdsAllNew = (contacts: IDataObject[], unknown: IDataObject[], latest: string): boolean =>
	areNewestFirst(contacts) &&
	dateOf(contacts[contacts.length - 1]) < latest &&
	unknown.every((contact) => dateOf(contact) >= latest);

/**
 * Tells the contacts that are new, with one request.
 * @returns undefined where that can't be all: more have come than a page holds, some have gone, or
 *   new ones may stand behind the first page
 */
async function changesAtFront(
	poll: Poll,
	list: string,
	before: State,
	kept: IDataObject,
): Promise<Changes | undefined> {
	const { known, latest } = before;
	if (latest === undefined || isDue(before)) return undefined;
	for await (const { entries, total, isLast } of poll.pages(listOf(list, 'contactAdded'))) {
		const ids = entries.map(reader.identify);
		const added = entries.filter((_, index) => {
			const id = ids[index];
			return id === undefined || !known.has(id);
		});
		const isPlain = !ids.includes(undefined) && new Set(ids).size === ids.length;
		const isAll = isLast || holdsAllNew(entries, added, latest);
		if (!isPlain || !isAll || total !== known.size + added.length) return undefined;
		if (added.length === 0) return { state: kept, emitted: [], isWorthKeeping: false };
		const { number, seen } = before.reading;
		for (const contact of added) known.keep(reader.identify(contact)!, NOTHING, number);
		const reading = { ...before.reading, seen: seen + added.length };
		const state = saveState({ ...before, reading, latest: latestOf(entries) });
		return { state, emitted: added.reverse(), isWorthKeeping: false };
	}
	return undefined;
}

/** Watches a list for contacts that come to meet the condition of an event. */
export function watchContacts(list: string, event: ContactEvent): Watch {
	return {
		subject: JSON.stringify([list, event]),

		async examples(poll) {
			const limit = event === 'contactBounced' ? inboxify.paging.maximum : EXAMPLES;
			const contacts = await poll.list({ ...listOf(list, event), limit });
			const shown = event === 'contactBounced' ? contacts.filter(isBounced) : contacts;
			return shown.slice(0, EXAMPLES);
		},

		async changes(poll, kept): Promise<Changes> {
			const before = readState(kept);
			if (before && event === 'contactAdded') {
				const found = await changesAtFront(poll, list, before, kept!);
				if (found) return found;
			}
			const snapshot = before?.known ?? new Snapshot();
			const readAt = Date.now();
			let latest: string | undefined;
			const { changes, hasForgotten, reading } = await readWhole(
				poll,
				async () => {
					const contacts = await poll.list(listOf(list, event));
					latest = latestOf(contacts);
					return event === 'contactBounced' ? contacts.filter(isBounced) : contacts;
				},
				// Only those that meet it now are known: who comes to meet it once more is told once more.
				{ snapshot, reader, before: before?.reading },
			);
			return {
				state: saveState({ known: snapshot, reading, readAt, latest }),
				emitted: before ? changes.map(({ record }) => record).reverse() : [],
				isWorthKeeping: before === undefined || hasForgotten,
			};
		},
	};
}
