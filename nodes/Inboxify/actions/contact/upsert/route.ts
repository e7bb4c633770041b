import type { Settle } from '../../../../shared/node/operation';
import { joinTags, tagsOf } from '../../../tags';
import { emailOf, outputOf } from '../bulk/bulk';
import { addressKey, getContact, readWhileCheaper } from '../lookUp';
import { byList, givenTags, listOf, toChange, type UpsertEntry } from './entry';

/** A contact in the list: its address as the list has it, and its tags. */
interface Existing {
	address: string;
	tags: string[];
}

type Found = Map<UpsertEntry, Existing>;
type Fail = (entry: UpsertEntry, error: unknown) => Promise<void>;

/** @throws RequestError */
export async function getExisting(entry: UpsertEntry): Promise<Existing | undefined> {
	const email = emailOf(entry);
	const contact = await getContact(entry.item, listOf(entry), email);
	if (!contact) return undefined;
	const isSame = addressKey(contact.email) === addressKey(email);
	return { address: isSame ? String(contact.email) : email, tags: tagsOf(contact) };
}

/**
 * Finds out which contacts exist with the fewest requests: reads the list, or gets each contact.
 * @param entries of one list, each with another address
 * @param fail called with each entry that could not be looked up
 */
async function findExisting(entries: UpsertEntry[], found: Found, fail: Fail): Promise<void> {
	const [first] = entries;
	const byKey = new Map(entries.map((entry) => [addressKey(emailOf(entry)), entry]));
	const wanted = new Set(byKey.keys());
	let isWhole = false;
	try {
		isWhole =
			entries.length > 1 &&
			(await readWhileCheaper(first.item, listOf(first), wanted, (key, contact) => {
				found.set(byKey.get(key)!, { address: String(contact.email), tags: tagsOf(contact) });
			}));
	} catch (error) {
		for (const entry of entries) if (!found.has(entry)) await fail(entry, error);
		return;
	}
	if (isWhole) return;
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

/** The entries to look up, by list: the first one of each contact. */
function toLookUp(entries: UpsertEntry[]): UpsertEntry[][] {
	const firsts = new Map([...entries].reverse().map((entry) => [entry.key, entry]));
	return byList(entries.filter((entry) => entry.changes && firsts.get(entry.key) === entry));
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
export async function route(
	entries: UpsertEntry[],
	settle: Settle<UpsertEntry>,
): Promise<UpsertEntry[]> {
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
		if (failed.has(entry)) continue;
		earlier.set(entry.key, afterwards(entry, existing));
		if (!entry.changes || existing === undefined) {
			routed.push(entry);
		} else if (found.has(entry) && Object.keys(entry.changes).length === 0) {
			await settle(entry, () => outputOf(entry));
		} else {
			// Whether the item before goes through is known only to a dry run.
			const isKnown = found.has(entry) || entry.item.isDryRun;
			const knownTags = isKnown ? existing.tags : undefined;
			routed.push(toChange({ ...entry, knownTags }, existing.address));
		}
	}
	return routed;
}
