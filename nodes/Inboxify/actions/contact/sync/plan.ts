import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../shared/input/InputError';
import type { BulkEntry, Settle } from '../../../../shared/node/operation';
import { written } from '../../../../shared/node/progress';
import { isUnsubscribed } from '../../../optOut';
import { tagsOf } from '../../../tags';
import { emailOf, outputOf } from '../bulk/bulk';
import { addressKey } from '../lookUp';
import { leaveOut, leftOut } from '../neverAdd';
import { byList, listOf, toChange, type UpsertEntry } from '../upsert/entry';
import { differences } from './differences';

export type Missing = 'keep' | 'unsubscribe' | 'delete';

/** A contact of the input, or one to remove, which belongs to no item. */
export interface SyncEntry extends UpsertEntry {
	outcome: string;
	missing: Missing;
	/** Percent of the list. */
	mostRemoved: number;
	/** ID of the contact to remove. */
	removes?: unknown;
}

/** Checks that not too many contacts would go: the input may be a part of what it should be. */
function checkShare({ mostRemoved }: SyncEntry, list: string, removed: number, of: number): void {
	const percent = (removed / of) * 100;
	if (removed === 0 || percent <= mostRemoved) return;
	throw new InputError(
		`${written(removed)} of the ${written(of)} subscribed contacts of ${list} are not in the input, which is more than ${mostRemoved} %. Nothing was changed in this list`,
		'Check that the input is complete and none of its items failed. Then raise Maximum Removed under Options.',
	);
}

function checkEqual(entries: SyncEntry[]): void {
	const [first] = entries;
	const isSame = (entry: SyncEntry) =>
		entry.missing === first.missing && entry.mostRemoved === first.mostRemoved;
	if (entries.every(isSame)) return;
	throw new InputError(
		'Missing Contacts and Maximum Removed must be the same for all items of a list',
		'Enter them without an expression.',
	);
}

/** The request that removes a contact, for an entry of its list. */
function toRemoval(entry: SyncEntry, contact: IDataObject): SyncEntry {
	const isDeleted = entry.missing === 'delete';
	const path = [...listOf(entry), isDeleted ? 'bulk-delete' : 'bulk-unsubscribe'];
	const outcome = isDeleted ? 'deleted' : 'unsubscribed';
	const request: BulkEntry['request'] = { method: 'POST', path, repeatable: true, outcome };
	if (isDeleted) request.query = { unsubscribe: 'False' };
	const body = { email: contact.email };
	const key = JSON.stringify([path, contact.email]).toLowerCase();
	return { ...entry, request, key, body, outcome, removes: contact.id ?? contact };
}

/**
 * Compares the items of a list with its contacts.
 * @param found receives the IDs of the contacts that are in the input
 * @returns what is to be written, and what is to be removed after it
 * @throws InputError, RequestError
 */
async function planList(
	entries: SyncEntry[],
	settle: Settle<SyncEntry>,
	found: Set<unknown>,
): Promise<{ writes: SyncEntry[]; removals: SyncEntry[] }> {
	checkEqual(entries);
	const [first] = entries;
	const path = listOf(first);
	const listed = await first.item.list({ path }, true);
	const contacts = new Map(listed.map((contact) => [addressKey(contact.email), contact]));
	const last = new Map(entries.map((entry) => [addressKey(emailOf(entry)), entry]));
	// A contact without an address may be one of the input.
	const removable = [...contacts].filter(([key, contact]) => key && !isUnsubscribed(contact));
	const removed = first.missing === 'keep' ? [] : removable.filter(([key]) => !last.has(key));
	checkShare(first, path[1], removed.length, removable.length);

	const writes: SyncEntry[] = [];
	const added: SyncEntry[] = [];
	for (const entry of entries) {
		const email = emailOf(entry);
		const key = addressKey(email);
		const contact = contacts.get(key);
		if (contact?.id) found.add(contact.id);
		if (last.get(key) !== entry) {
			const reason = `Item ${last.get(key)!.item.index} has the same e-mail address and was used instead.`;
			await settle(entry, () => ({ ...outputOf(entry), outcome: 'repeated', reason }));
		} else if (!contact) {
			added.push(entry);
		} else if (isUnsubscribed(contact)) {
			await settle(entry, () => leftOut(email, `unsubscribed from ${path[1]}`));
		} else {
			const changes = differences(contact, entry.changes!, entry.addsTags);
			if (Object.keys(changes).length === 0) {
				await settle(entry, () => ({ ...outputOf(entry), outcome: 'unchanged' }));
			} else {
				const knownTags = tagsOf(contact);
				const known = { ...entry, changes, knownTags, outcome: 'updated' };
				writes.push(toChange(known, String(contact.email)));
			}
		}
	}
	const removals = removed.map(([, contact]) => toRemoval(first, contact));
	return { writes: [...writes, ...(await leaveOut(added, settle, true))], removals };
}

/** Plans all lists; what fails for a list fails for each of its items. */
export async function plan(
	entries: SyncEntry[],
	settle: Settle<SyncEntry>,
): Promise<SyncEntry[][]> {
	const [writes, removals]: SyncEntry[][] = [[], []];
	const found = new Set<unknown>();
	for (const list of byList(entries)) {
		const planned = await planList(list, settle, found).catch(async (error: unknown) => {
			for (const entry of list) {
				await settle(entry, () => {
					throw error;
				});
			}
			return { writes: [], removals: [] };
		});
		writes.push(...planned.writes);
		removals.push(...planned.removals);
	}
	// Items may name one list in two ways, by its name and by its ID.
	return [writes, removals.filter(({ removes }) => !found.has(removes) && found.add(removes))];
}
