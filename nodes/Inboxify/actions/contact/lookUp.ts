import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../../shared/input/check';
import { identifying } from '../../../shared/input/text';
import type { Item } from '../../../shared/node/Item';
import type { Page } from '../../../shared/service/paging';
import type { RequestError } from '../../../shared/service/RequestError';
import { settleUnsure } from '../../../shared/service/unsureCreate';
import { contactOf, isMissing, objectsOf } from '../../answers';
import { inboxify } from '../../inboxify.service';

/** What tells addresses apart: Inboxify ignores letter case. */
export const addressKey = (address: unknown): string =>
	identifying(String(address ?? '')).toLowerCase();

/** Gets a contact from a list; undefined if it is not there. @throws RequestError */
export async function getContact(
	item: Item,
	list: string[],
	email: string,
): Promise<IDataObject | undefined> {
	const path = [...list, email];
	const answer = await item.request({ method: 'GET', path, expected: [404], fresh: true });
	return isMissing(answer) ? undefined : contactOf(answer);
}

/** The names of the account's lists. @throws RequestError */
export async function listNames(item: Item): Promise<string[]> {
	const lists = objectsOf(await item.request({ method: 'GET', path: ['lists'] }));
	return lists.flatMap(({ list }) => (isBlank(list) ? [] : [String(list)]));
}

/** How many requests the rest of a list takes; without a total, as many as so far. */
export function pagesLeft(
	{ entries, total }: Page,
	pagesRead: number,
	entriesRead: number,
): number {
	if (total !== undefined) return Math.ceil((total - entriesRead) / Math.max(1, entries.length));
	return entries.length < inboxify.paging.maximum ? 0 : pagesRead;
}

/**
 * Reads a list while that takes fewer requests than getting each contact that is not found yet.
 * @param wanted keys of addresses; those found are removed
 * @param found called with each wanted contact
 * @returns whether the list was read to its end; if not, the contacts left are to be got one by one
 * @throws RequestError
 */
export async function readWhileCheaper(
	item: Item,
	list: string[],
	wanted: Set<string>,
	found: (key: string, contact: IDataObject) => void,
): Promise<boolean> {
	if (wanted.size === 1) return false;
	let pagesRead = 0;
	let entriesRead = 0;
	for await (const page of item.pages({ path: list })) {
		pagesRead++;
		entriesRead += page.entries.length;
		for (const contact of page.entries) {
			const key = addressKey(contact.email);
			if (wanted.delete(key)) found(key, contact);
		}
		if (wanted.size === 0) break;
		// After the first page of a list with a total, the other pages are already being requested.
		const canStop = pagesRead === 1 || page.total === undefined;
		if (canStop && wanted.size <= pagesLeft(page, pagesRead, entriesRead)) return false;
	}
	return true;
}

/**
 * Settles contacts whose insertion may have been carried out, by looking them up again.
 * @param list path of the list that they were sent to
 * @returns each contact, or the error that says it was not created, or that this remains unknown
 */
export async function settleInserts(
	sent: Array<{ item: Item; body: IDataObject }>,
	list: string[],
	error: RequestError,
): Promise<Array<IDataObject | Error>> {
	const [{ item, body }] = sent;
	const reading =
		sent.length > 1
			? item.list({ path: list }, true)
			: getContact(item, list, String(body.email)).then((contact) => (contact ? [contact] : []));
	const [read] = await Promise.allSettled([reading]);
	if (read.status === 'rejected') return sent.map(() => error);
	const contacts = new Map(read.value.map((contact) => [addressKey(contact.email), contact]));
	const settled = sent.map(async (one) => {
		const contact = contacts.get(addressKey(one.body.email));
		return settleUnsure(error, contact ? [contact] : [], one.body);
	});
	return await Promise.all(settled.map(async (one) => await one.catch((why: Error) => why)));
}
