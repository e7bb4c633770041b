import type { IDataObject } from 'n8n-workflow';

import { joinTags, tagsOf } from '../../../tags';
import { emailOf, outputOf } from '../bulk/bulk';
import { givenTags, listOf, toChange, type UpsertEntry } from './entry';
import { type Existing, findExisting } from './existing';

type Settle = (entry: UpsertEntry, outcome: () => IDataObject) => Promise<void>;

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
	const fail = async (entry: UpsertEntry, error: unknown): Promise<void> => {
		failed.add(entry);
		await settle(entry, () => {
			throw error;
		});
	};
	const lookups = toLookUp(entries).map(async (ofList) => await findExisting(ofList, fail));
	const found = new Map((await Promise.all(lookups)).flatMap((ofList) => [...ofList]));

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
