import type { IDataObject } from 'n8n-workflow';

import type { ListRequest } from '../../shared/service/paging';
import type { Poll } from '../../shared/trigger/watch';
import { NOTHING, reader, type State } from './state';

/** Milliseconds after which the whole list is read, whatever its order seems to be. */
const OFTEN = 3_600_000;

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
export const latestOf = (contacts: IDataObject[]): string | undefined =>
	contacts.length > 0 && areNewestFirst(contacts) ? dateOf(contacts[0]) : undefined;

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

/** The contacts that are new, latest first, and what is known then: the same where there are none. */
export interface Front {
	added: IDataObject[];
	state: State;
}

/**
 * Tells the contacts that are new, with one request.
 * @param list newest first, as far as Inboxify's order goes
 * @param before is changed where contacts are new
 * @returns undefined where that can't be all: more have come than a page holds, some have gone, or
 *   new ones may stand behind the first page
 */
export async function readFront(
	poll: Poll,
	list: ListRequest,
	before: State,
): Promise<Front | undefined> {
	const { known, latest } = before;
	if (latest === undefined || isDue(before)) return undefined;
	for await (const { entries, total, isLast } of poll.pages(list)) {
		const ids = entries.map(reader.identify);
		const added = entries.filter((_, index) => {
			const id = ids[index];
			return id === undefined || !known.has(id);
		});
		const isPlain = !ids.includes(undefined) && new Set(ids).size === ids.length;
		const isAll = isLast || holdsAllNew(entries, added, latest);
		if (!isPlain || !isAll || total !== known.size + added.length) return undefined;
		if (added.length === 0) return { added, state: before };
		const { number, seen } = before.reading;
		for (const contact of added) known.keep(reader.identify(contact)!, NOTHING, number);
		const reading = { ...before.reading, seen: seen + added.length };
		return { added, state: { ...before, reading, latest: latestOf(entries) } };
	}
	return undefined;
}
