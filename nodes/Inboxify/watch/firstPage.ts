import type { IDataObject } from 'n8n-workflow';

import { isIdentifier } from '../../shared/input/check';
import type { ListRequest } from '../../shared/service/paging';
import type { PollClient } from '../../shared/trigger/pollClient';
import type { ListState, RecordReader } from '../../shared/trigger/scanList';
import { hashContent } from '../../shared/trigger/snapshot';
import { inboxify } from '../inboxify.service';

/** What a trigger stores of an event. `known` holds the contacts that match it. */
export interface State extends ListState {
	/** When the whole list was last read, in milliseconds since 1970. */
	readAt?: number;
	/** The latest registration date, if the list came newest first. */
	latest?: string;
}

/** Contacts are not compared: only whether they are there. */
const NO_CONTENT = {};

export const reader = {
	/** By e-mail address if there is no ID: a list holds an address once. */
	identify: (contact: IDataObject): string | undefined => {
		const { email } = contact;
		const address = isIdentifier(email) ? String(email).toLowerCase() : undefined;
		return inboxify.paging.identify(contact) ?? address;
	},
	contentOf: () => NO_CONTENT,
} satisfies RecordReader;

/** Milliseconds after which the whole list is read in any case. */
const MAX_AGE = 3_600_000;

function isOutdated({ readAt }: State): boolean {
	const age = Date.now() - (readAt ?? 0);
	return !(age >= 0 && age < MAX_AGE);
}

const dateOf = ({ registrationDate }: IDataObject): string => String(registrationDate ?? '');

const areNewestFirst = (contacts: IDataObject[]): boolean =>
	contacts.map(dateOf).every((date, index, dates) => {
		return date !== '' && (index === 0 || date <= dates[index - 1]);
	});

/** The latest registration date; undefined if contacts are not newest first, or there are none. */
export const latestOf = (contacts: IDataObject[]): string | undefined =>
	contacts.length > 0 && areNewestFirst(contacts) ? dateOf(contacts[0]) : undefined;

/**
 * Whether all new contacts are on a page that is not the last. Inboxify gives days only, so a new
 * contact can have the same date as the latest one.
 */
const holdsAllNew = (contacts: IDataObject[], added: IDataObject[], latest: string): boolean =>
	areNewestFirst(contacts) &&
	dateOf(contacts[contacts.length - 1]) < latest &&
	added.every((contact) => dateOf(contact) >= latest);

/**
 * Finds new contacts with one request.
 * @param list newest first, if Inboxify's sorting is what it seems to be
 * @param before is updated
 * @returns the new contacts, latest first; undefined if that may not be all, or some are gone
 */
export async function readFirstPage(
	poll: PollClient,
	list: ListRequest,
	before: State,
): Promise<{ added: IDataObject[]; state: State } | undefined> {
	const { known, latest, stats } = before;
	if (latest === undefined || isOutdated(before)) return undefined;
	for await (const { entries, total, isLast } of poll.pages(list)) {
		const ids = entries.map(reader.identify);
		const added = entries.filter((_, index) => !known.get(String(ids[index])));
		const isPlain = !ids.includes(undefined) && new Set(ids).size === ids.length;
		const isAll = isLast || holdsAllNew(entries, added, latest);
		if (!isPlain || !isAll || total !== known.size + added.length) return undefined;
		if (added.length === 0) return { added, state: before };
		const entry = { hash: hashContent(NO_CONTENT), seenIn: stats.number };
		for (const contact of added) known.set(reader.identify(contact)!, entry);
		const seen = stats.seen + added.length;
		return { added, state: { ...before, stats: { ...stats, seen }, latest: latestOf(entries) } };
	}
	return undefined;
}
