import type { IDataObject } from 'n8n-workflow';

import type { Item } from '../../../../shared/node/Item';
import type { BulkEntry } from '../../../../shared/node/operation';
import { addsTags } from '../../../tags';
import { insertCall, toBulkEntry } from '../bulk/bulk';
import { checkEmail, contactBody, newContact } from '../contact.fields';
import { type AddedEntry, readAdding } from '../neverAdd';

export interface UpsertEntry extends AddedEntry {
	/** The request that inserts or overwrites it. */
	insert: BulkEntry['request'];
	/** Fields to change if it exists; absent: it is overwritten. */
	changes?: IDataObject;
	addsTags: boolean;
	/** Its current tags, if known. */
	knownTags?: string[];
}

/**
 * Checks an item. Its contact is inserted unless it turns out to exist.
 * @param overwrites whether an existing contact is overwritten instead of changed
 * @throws InputError
 */
export function toUpsertEntry(item: Item, overwrites: boolean): UpsertEntry {
	const email = checkEmail(item.parameter('email'));
	const fields = item.fieldsOrColumns('additionalFields');
	const changes = contactBody({ ...fields, email }, item.emptyValues());
	// A new contact has nothing to clear.
	const body = overwrites ? changes : newContact(email, fields);
	const adds = addsTags(item);
	const entry = toBulkEntry(item, body, insertCall(overwrites));
	const upsert = { ...entry, ...readAdding(item), insert: entry.request, addsTags: adds };
	if (overwrites) return upsert;
	delete changes.email;
	// Only Update subscribes someone again.
	if (changes.unsubscribed === false) delete changes.unsubscribed;
	return { ...upsert, changes };
}

/** Path of the list's contacts. */
export const listOf = ({ insert }: UpsertEntry): string[] => insert.path.slice(0, 2);

/** Entries by list; capitals in its name make no difference. */
export function byList<Entry extends UpsertEntry>(entries: Entry[]): Entry[][] {
	const lists = new Map<string, Entry[]>();
	for (const entry of entries) {
		const name = listOf(entry).join('/').toLowerCase();
		const list = lists.get(name) ?? [];
		lists.set(name, list);
		list.push(entry);
	}
	return [...lists.values()];
}

/** @param address the contact's address as the list has it */
export const toChange = <Entry extends UpsertEntry>(entry: Entry, address: string): Entry => ({
	...entry,
	request: { method: 'PUT', path: [...listOf(entry), address] },
	batchSize: 1,
});
