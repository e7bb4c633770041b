import type { IDataObject } from 'n8n-workflow';

import type { Settle } from '../../../../shared/node/operation';
import { joinTags, tagsOf } from '../../../tags';
import { emailOf, outputOf } from '../bulk/bulk';
import { addressKey, getContact, readWhileCheaper } from '../lookUp';
import { byList, listOf, toChange, type UpsertEntry } from './entry';

/** The contact of an entry, with the entry's address if Inboxify's differs. @throws RequestError */
export async function getExisting(entry: UpsertEntry): Promise<IDataObject | undefined> {
	const email = emailOf(entry);
	const contact = await getContact(entry.item, listOf(entry), email);
	if (!contact) return undefined;
	return addressKey(contact.email) === addressKey(email) ? contact : { ...contact, email };
}

/**
 * Finds out which contacts exist with the fewest requests: reads the list, or gets each contact.
 * @param entries of one list, each with another address
 * @param fail called with each entry that could not be looked up
 */
async function findExisting(
	entries: UpsertEntry[],
	found: Map<UpsertEntry, IDataObject>,
	fail: (entry: UpsertEntry, error: unknown) => Promise<void>,
): Promise<void> {
	const [first] = entries;
	const byKey = new Map(entries.map((entry) => [addressKey(emailOf(entry)), entry]));
	const wanted = new Set(byKey.keys());
	try {
		const isWhole = await readWhileCheaper(first.item, listOf(first), wanted, (key, contact) => {
			found.set(byKey.get(key)!, contact);
		});
		if (isWhole) return;
	} catch (error) {
		for (const entry of entries) if (!found.has(entry)) await fail(entry, error);
		return;
	}
	const lookUps = [...wanted].map(async (key) => {
		const entry = byKey.get(key)!;
		try {
			const existing = await getExisting(entry);
			if (existing) found.set(entry, existing);
		} catch (error) {
			await fail(entry, error);
		}
	});
	await Promise.all(lookUps);
}

/** The contact after an entry is sent, for later entries with the same contact. */
function afterwards(entry: UpsertEntry, existing?: IDataObject): IDataObject {
	const contact: IDataObject = existing ?? { email: entry.body.email };
	// Overwriting removes what is not given.
	if (!entry.changes) return { ...contact, tags: entry.body.tags };
	if (!entry.changes.tags) return contact;
	const given = tagsOf(entry.changes);
	const keepsCurrent = entry.addsTags && given.length > 0;
	return { ...contact, tags: keepsCurrent ? joinTags(tagsOf(contact), given) : given };
}

/**
 * Chooses the request of each contact: one that exists, or will because of an earlier item, is
 * changed; a new one is inserted in bulk. If there is nothing to change, nothing is sent.
 */
export async function route(
	entries: UpsertEntry[],
	settle: Settle<UpsertEntry>,
): Promise<UpsertEntry[]> {
	const failed = new Set<UpsertEntry>();
	const fail = async (entry: UpsertEntry, error: unknown) => {
		failed.add(entry);
		await settle(entry, () => {
			throw error;
		});
	};
	const firsts = new Map([...entries].reverse().map((entry) => [entry.key, entry]));
	const toLookUp = entries.filter((entry) => entry.changes && firsts.get(entry.key) === entry);
	const found = new Map<UpsertEntry, IDataObject>();
	await Promise.all(byList(toLookUp).map(async (list) => await findExisting(list, found, fail)));

	const routed: UpsertEntry[] = [];
	const earlier = new Map<string, IDataObject>();
	for (const entry of entries) {
		const existing = found.get(entry) ?? earlier.get(entry.key);
		if (failed.has(entry)) continue;
		earlier.set(entry.key, afterwards(entry, existing));
		if (!entry.changes || existing === undefined) {
			routed.push(entry);
		} else if (found.has(entry) && Object.keys(entry.changes).length === 0) {
			await settle(entry, () => outputOf(entry));
		} else {
			// Whether the item before goes through is known only to a dry run.
			const isKnown = found.has(entry) || entry.item.isDryRun;
			const knownTags = isKnown ? tagsOf(existing) : undefined;
			routed.push(toChange({ ...entry, knownTags }, String(existing.email)));
		}
	}
	return routed;
}
