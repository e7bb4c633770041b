import type { IDataObject } from 'n8n-workflow';

import { checkOneOf } from '../../../../shared/input/check';
import type { Item } from '../../../../shared/node/Item';
import type { BulkEntry } from '../../../../shared/node/operation';
import { addsTags } from '../../../tags';
import { toBulkEntry } from '../bulk/bulk';
import { checkEmail, contactBody, newContact } from '../contact.fields';

/** A contact that is to be there. */
export interface UpsertEntry extends BulkEntry {
	/** Where it exists: the fields to change. Absent: it is overwritten. */
	changes?: IDataObject;
	/** Its tags are added to those that the contact has. */
	addsTags: boolean;
	/** The tags that the contact has, where they are known. */
	knownTags?: string[];
}

/** The tags that an entry gives. */
export const givenTags = ({ changes }: UpsertEntry): string[] =>
	Array.isArray(changes?.tags) ? (changes.tags as string[]) : [];

/** With `overwrite=False` Inboxify leaves a contact alone that is there after all. */
const INSERT = { action: 'bulk-insert', query: { overwrite: 'False' }, repeatable: false };

const OVERWRITE = {
	action: 'bulk-insert',
	query: { overwrite: 'True' },
	repeatable: true,
	creates: true,
};

/**
 * Checks an item. As long as nothing more is known, its contact goes out with a bulk insert.
 * @throws InputError
 */
export function toUpsertEntry(item: Item): UpsertEntry {
	const existing = item.options.existing ?? 'keep';
	const isKept = checkOneOf('Existing Contacts', existing, ['keep', 'overwrite']) === 'keep';
	const email = checkEmail(item.parameter('email'));
	const fields = item.collection('additionalFields');
	const changes = contactBody({ ...fields, email }, item.emptyValues());
	const adds = addsTags(item.options);
	if (!isKept) return { ...toBulkEntry(item, changes, OVERWRITE), addsTags: adds };
	delete changes.email;
	// Of a new contact there is nothing to clear.
	return { ...toBulkEntry(item, newContact(email, fields), INSERT), changes, addsTags: adds };
}

export const emailOf = ({ body }: UpsertEntry): string => String(body.email);

/** Path of the list's contacts. */
export const listOf = ({ request }: UpsertEntry): string[] => request.path.slice(0, 2);

/**
 * The same contact, changed by a request of its own.
 * @param address its address as the list has it
 */
export const toChange = (entry: UpsertEntry, address: string): UpsertEntry => ({
	...entry,
	request: { method: 'PUT', path: [...listOf(entry), address] },
	batchSize: 1,
});

/** The same contact, inserted. */
export const toInsert = (entry: UpsertEntry): UpsertEntry => {
	const { action, query, repeatable } = INSERT;
	const path = [...listOf(entry), action];
	return { ...entry, request: { method: 'POST', path, query, repeatable } };
};
