import { identifying } from '../../../../shared/input/text';
import type { Page } from '../../../../shared/service/paging';
import { contactOf, isMissing } from '../../../answers';
import { inboxify } from '../../../inboxify.service';
import { tagsOf } from '../../../tags';
import { emailOf } from '../bulk/bulk';
import { listOf, type UpsertEntry } from './entry';

/** A contact in the list: its address as the list has it, and its tags. */
export interface Existing {
	address: string;
	tags: string[];
}

type Found = Map<UpsertEntry, Existing>;

const keyOf = (address: unknown): string => identifying(String(address ?? '')).toLowerCase();

/** How many requests the rest of the list takes; without a total, as many as so far. */
function pagesLeft({ entries, total }: Page, pagesRead: number, entriesRead: number): number {
	if (total !== undefined) return Math.ceil((total - entriesRead) / Math.max(1, entries.length));
	return entries.length < inboxify.paging.maximum ? 0 : pagesRead;
}

/**
 * Reads the list while that takes fewer requests than getting each contact not found yet.
 * @returns the entries to get one by one; every other entry is found or does not exist
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
			const key = keyOf(contact.email);
			const entry = wanted.get(key);
			if (entry) found.set(entry, { address: String(contact.email), tags: tagsOf(contact) });
			wanted.delete(key);
		}
		if (wanted.size === 0) return [];
		// After the first page of a list with a total, the other pages are already being requested.
		const canStop = pagesRead === 1 || page.total === undefined;
		if (canStop && wanted.size <= pagesLeft(page, pagesRead, entriesRead)) {
			return [...wanted.values()];
		}
	}
	return [];
}

/** @throws RequestError */
export async function getExisting(entry: UpsertEntry): Promise<Existing | undefined> {
	const email = emailOf(entry);
	const path = [...listOf(entry), email];
	const answer = await entry.item.request({ method: 'GET', path, expected: [404], fresh: true });
	if (isMissing(answer)) return undefined;
	const contact = contactOf(answer);
	const isSame = keyOf(contact.email) === keyOf(email);
	return { address: isSame ? String(contact.email) : email, tags: tagsOf(contact) };
}

/**
 * Finds out which contacts exist with the fewest requests: reads the list, or gets each contact.
 * @param entries of one list, each with another address
 * @param fail called with each entry that could not be looked up
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
	const lookups = unknown.map(async (entry) => {
		try {
			const existing = await getExisting(entry);
			if (existing) found.set(entry, existing);
		} catch (error) {
			await fail(entry, error);
		}
	});
	await Promise.all(lookups);
	return found;
}
