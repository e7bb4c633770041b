import { identifying } from '../../../../shared/input/text';
import type { Page } from '../../../../shared/service/paging';
import { contactOf, isMissing } from '../../../answers';
import { tagsOf } from '../../../tags';
import { inboxify } from '../../../inboxify.service';
import { emailOf, listOf, type UpsertEntry } from './entry';

/** A contact that exists: its address as the list has it, and its tags. */
export interface Existing {
	address: string;
	tags: string[];
}

/** Entries whose contacts exist. */
type Found = Map<UpsertEntry, Existing>;

const keyOf = (address: unknown): string => identifying(String(address ?? '')).toLowerCase();

/** Requests that it takes to read on, after a page; without a total as many as it took so far. */
function pagesLeft({ entries, total }: Page, pagesRead: number, entriesRead: number): number {
	if (total !== undefined) return Math.ceil((total - entriesRead) / Math.max(1, entries.length));
	return entries.length < inboxify.paging.maximum ? 0 : pagesRead;
}

/**
 * Reads the list of entries, for as long as that takes fewer requests than to ask for each contact
 * that has not been found yet.
 * @returns the entries that are to be asked for; of all others it is known then
 * @throws RequestError
 */
async function readList(entries: UpsertEntry[], found: Found): Promise<UpsertEntry[]> {
	const [first] = entries;
	const wanted = new Map(entries.map((entry) => [keyOf(emailOf(entry)), entry]));
	let pagesRead = 0;
	let entriesRead = 0;
	for await (const page of first.item.pages({ path: listOf(first) })) {
		pagesRead++;
		entriesRead += page.entries.length;
		for (const contact of page.entries) {
			const { email } = contact;
			const entry = wanted.get(keyOf(email));
			if (entry) found.set(entry, { address: String(email), tags: tagsOf(contact) });
			wanted.delete(keyOf(email));
		}
		if (wanted.size === 0) return [];
		// Later on the pages that the total tells of are under way already.
		const canStop = pagesRead === 1 || page.total === undefined;
		if (canStop && wanted.size <= pagesLeft(page, pagesRead, entriesRead)) {
			return [...wanted.values()];
		}
	}
	return [];
}

/** Asks for a contact. @throws RequestError */
export async function ask(entry: UpsertEntry): Promise<Existing | undefined> {
	const email = emailOf(entry);
	const path = [...listOf(entry), email];
	const answer = await entry.item.request({ method: 'GET', path, expected: [404], fresh: true });
	if (isMissing(answer)) return undefined;
	const contact = contactOf(answer);
	const isSame = keyOf(contact.email) === keyOf(email);
	return { address: isSame ? String(contact.email) : email, tags: tagsOf(contact) };
}

/**
 * Finds out which contacts of one list exist, with the fewest requests: the list is read, or each
 * contact is asked for by its address.
 * @param entries of one list, each with another address
 * @param fail is told of which entry it could not be found out, and why
 */
export async function findExisting(
	entries: UpsertEntry[],
	fail: (entry: UpsertEntry, error: unknown) => Promise<void>,
): Promise<Found> {
	const found: Found = new Map();
	let unknown = entries;
	try {
		if (entries.length > 1) unknown = await readList(entries, found);
	} catch (error) {
		for (const entry of entries) if (!found.has(entry)) await fail(entry, error);
		return found;
	}
	const asking = unknown.map(async (entry) => {
		try {
			const existing = await ask(entry);
			if (existing) found.set(entry, existing);
		} catch (error) {
			await fail(entry, error);
		}
	});
	await Promise.all(asking);
	return found;
}
