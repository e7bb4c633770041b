import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import type { Item } from '../../../shared/node/Item';
import { onFailure } from '../../../shared/service/onFailure';
import { RequestError } from '../../../shared/service/RequestError';
import { isUnsure } from '../../../shared/service/unsureCreate';
import { stableJson } from '../../../shared/input/stableHash';
import { createdOf, dataOf } from '../../corlega.service';
import { type ContactIndex, idOf } from './contactIndex';
import { checkLeadingZero, MATCH_NAMES, type MatchKey, matchKeys } from './matchKey';

/** What an item asks for. */
export interface Upsert extends MatchKey {
	/** The match value as given, text or a number. */
	given: unknown;
	/** Fields for an existing contact. */
	body: IDataObject;
	/** Fields for a new contact. */
	whole: IDataObject;
	/** Whether to look up a create that may have been carried out. */
	looksUp: boolean;
}

/** Corlega's code for a record that does not exist; a 404 alone can come from a proxy. */
const GONE = 'not_found';

/** Whether a failed write was certainly refused, by its only attempt. */
const isRefused = ({ failure: { status = 0, attempts } }: RequestError): boolean =>
	status >= 400 && status < 500 && attempts === 1;

export const pickFields = (
	object: IDataObject,
	test: (name: string, value: IDataObject[string]) => boolean,
): IDataObject => Object.fromEntries(Object.entries(object).filter((entry) => test(...entry)));

/** As values are compared: empty ones are equal, text and a number differ. */
const comparable = (value: unknown): unknown => stableJson(value === '' ? null : (value ?? null));

/** In place of a value that an unsure update may have changed: it equals no other. */
const UNKNOWN: IDataObject = {};

/** Returns the fields of a body that would change a contact. */
export const changesOf = (stored: IDataObject, body: IDataObject): IDataObject =>
	pickFields(body, (name, value) => {
		const old = Object.hasOwn(stored, name) ? stored[name] : undefined;
		// A spreadsheet may have removed the zero that Corlega still has.
		if (name === 'kvkNumber' && old === `0${String(value)}`) return false;
		return old === UNKNOWN || comparable(old) !== comparable(value);
	});

async function update(item: Item, index: ContactIndex, contact: IDataObject, body: IDataObject) {
	const changes = changesOf(contact, body);
	if (Object.keys(changes).length === 0) {
		return { ...pickFields(contact, (_, value) => value !== UNKNOWN), outcome: 'unchanged' };
	}
	if (item.isDryRun) index.put({ ...contact, ...changes });
	const path = ['contacts', idOf(contact)];
	const request = item.request({ method: 'PATCH', path, body: changes });
	const changed = await onFailure(request.then(dataOf), (error) => {
		if (error.failure.code === GONE) return index.forget(contact);
		if (isRefused(error)) return;
		const old = pickFields(contact, (name) => Object.hasOwn(changes, name));
		index.markUnsure([...matchKeys(old), ...matchKeys(changes)]);
		const unknown = Object.keys(changes).map((name) => [name, UNKNOWN]);
		index.put({ ...contact, ...Object.fromEntries(unknown) });
	});
	index.put({ ...contact, ...changes, ...changed, id: contact.id });
	return { ...changed, outcome: 'updated' };
}

/**
 * Creates a contact, and looks up one that may have been created.
 * @throws InputError, RequestError, PlannedRequest in a dry run
 */
export async function createContact(
	item: Item,
	index: ContactIndex,
	{ whole, looksUp }: Pick<Upsert, 'whole' | 'looksUp'>,
): Promise<IDataObject> {
	const request = item.request({ method: 'POST', path: ['contacts'], body: whole });
	const [created] = await Promise.allSettled([request.then(createdOf)]);
	if (created.status === 'fulfilled') {
		index.put({ ...whole, ...created.value });
		index.created.add(idOf(created.value));
		return created.value;
	}
	const { reason } = created;
	if (!isUnsure(reason)) throw reason;
	if (looksUp) return await index.settle(item, reason, whole);
	index.markUnsure(matchKeys(whole));
	throw reason;
}

async function create(item: Item, index: ContactIndex, wanted: Upsert) {
	const { field, given, whole } = wanted;
	checkLeadingZero(field, given);
	if (isBlank(whole.name)) {
		throw new InputError(
			'Name is empty',
			`No contact has this ${MATCH_NAMES[field]}. To create one, fill in Name.`,
		);
	}
	// So that later items find it; the ID is not known yet.
	if (item.isDryRun) index.put({ ...whole, id: `new-contact-of-item-${item.index}` });
	return { ...(await createContact(item, index, wanted)), outcome: 'created' };
}

/**
 * Updates the contact with the match key, or creates one.
 * @returns the contact, with `outcome`: `created`, `updated` or `unchanged`
 * @throws InputError if several contacts match, or a new one lacks a name; RequestError
 */
export async function upsertContact(item: Item, index: ContactIndex, wanted: Upsert) {
	const known = await index.find(item, wanted);
	if (known) return await update(item, index, known, wanted.body);

	const [created] = await Promise.allSettled([create(item, index, wanted)]);
	if (created.status === 'fulfilled') return created.value;
	const { reason } = created;
	if (!(reason instanceof RequestError) || reason.failure.status !== 409) throw reason;

	// Conflict: another program was faster, or another value of this item is taken.
	const rival = await index.findAfterConflict(item, wanted);
	if (rival) return await update(item, index, rival, wanted.body);
	const [owner] = index.having(matchKeys(wanted.whole));
	const label = MATCH_NAMES[wanted.field];
	const advice = owner
		? `The contact ${idOf(owner)} has the other value that this item can match on, but another ${label}. Match on the other field, or correct the contact or the item.`
		: `But Corlega lists no contact with this ${label}. Check Corlega, then run this item again.`;
	throw new RequestError({ ...reason.failure, advice });
}
