import type { IDataObject } from 'n8n-workflow';

import { identifying } from '../../../../shared/input/text';
import type { Page } from '../../../../shared/service/paging';
import { contactOf, isMissing } from '../../../answers';
import { inboxify } from '../../../inboxify.service';
import { joinTags, tagsOf } from '../../../tags';
import { emailOf, outputOf } from '../bulk/bulk';
import { givenTags, listOf, toChange, type UpsertEntry } from './entry';

/** A contact in the list: its address as the list has it, and its tags. */
interface Existing {
	address: string;
	tags: string[];
}

type Found = Map<UpsertEntry, Existing>;
type Settle = (entry: UpsertEntry, outcome: () => IDataObject) => Promise<void>;
type Fail = (entry: UpsertEntry, error: unknown) => Promise<void>;

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
async function findExisting(entries: UpsertEntry[], found: Found, fail: Fail): Promise<void> {
	let unknown = entries;
	try {
		if (entries.length > 1) unknown = await readList(entries, found);
	} catch (error) {
		for (const entry of entries) if (!found.has(entry)) await fail(entry, error);
		return;
	}
	const lookUps = unknown.map(async (entry) => {
		try {
			const existing = await getExisting(entry);
			if (existing) found.set(entry, existing);
		} catch (error) {
			await fail(entry, error);
		}
	});
	await Promise.all(lookUps);
}

/** The entries to look up, by list: the first one of each contact. */
function toLookUp(entries: UpsertEntry[]): UpsertEntry[][] {
	const seen = new Set<string>();
	const lists = new Map<string, UpsertEntry[]>();
	for (const entry of entries) {
		if (entry.changes && !seen.has(entry.key)) {
			const name = listOf(entry).join('/');
			const list = lists.get(name);
			if (list) list.push(entry);
			else lists.set(name, [entry]);
		}
		seen.add(entry.key);
	}
	return [...lists.values()];
}

/** The contact after an entry is sent, for later entries with the same contact. */
function afterwards(entry: UpsertEntry, existing?: Existing): Existing {
	const { address, tags } = existing ?? { address: emailOf(entry), tags: [] };
	const given = givenTags(entry);
	// Overwriting removes what is not given.
	if (!entry.changes) return { address, tags: tagsOf(entry.body) };
	if (!entry.changes.tags) return { address, tags };
	return { address, tags: entry.addsTags && given.length > 0 ? joinTags(tags, given) : given };
}

/**
 * Chooses the request of each contact: one that exists, or will because of an earlier item, is
 * changed; a new one is inserted in bulk. If there is nothing to change, nothing is sent.
 */
export async function route(entries: UpsertEntry[], settle: Settle): Promise<UpsertEntry[]> {
	const failed = new Set<UpsertEntry>();
	const fail: Fail = async (entry, error) => {
		failed.add(entry);
		await settle(entry, () => {
			throw error;
		});
	};
	const found: Found = new Map();
	await Promise.all(toLookUp(entries).map(async (list) => await findExisting(list, found, fail)));

	const routed: UpsertEntry[] = [];
	const earlier = new Map<string, Existing>();
	for (const entry of entries) {
		const existing = found.get(entry) ?? earlier.get(entry.key);
		earlier.set(entry.key, afterwards(entry, existing));
		if (failed.has(entry)) continue;
		if (!entry.changes || existing === undefined) {
			routed.push(entry);
		} else if (found.has(entry) && Object.keys(entry.changes).length === 0) {
			await settle(entry, () => outputOf(entry));
		} else {
			routed.push(toChange({ ...entry, knownTags: existing.tags }, existing.address));
		}
	}
	return routed;
}
