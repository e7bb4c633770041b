import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import type { Item } from '../../../shared/node/Item';
import { onFailure } from '../../../shared/service/onFailure';
import { RequestError } from '../../../shared/service/RequestError';
import { createdOf, dataOf } from '../../corlega.service';
import { changesOf } from './changes';
import type { ContactIndex } from './contactIndex';
import { idOf } from './contactStore';
import { checkLeadingZero, MATCH_LABELS, matchKeys, type MatchField } from './matchKey';

/** What an item asks for. */
export interface Upsert {
	field: MatchField;
	/** The match value as it came. */
	given: unknown;
	/** The match value, checked. */
	value: string;
	/** What a contact that exists is to get. */
	body: IDataObject;
	/** What a new contact is to get. */
	whole: IDataObject;
	/** Match keys of a new contact. */
	keys: string[];
}

const CONFLICT = 409;

/** Corlega's code for a record that does not exist; a 404 alone can come from a proxy. */
const GONE = 'not_found';

/** Whether a write that failed was refused for sure, and not carried out by an attempt before. */
const isRefused = ({ failure: { status = 0, attempts } }: RequestError): boolean =>
	status >= 400 && status < 500 && attempts === 1;

/** Changes what differs. @returns the contact, and what was done */
async function update(
	item: Item,
	index: ContactIndex,
	contact: IDataObject,
	{ body }: Upsert,
): Promise<IDataObject> {
	return await index.change(contact, async (known) => {
		const changes = changesOf(known, body);
		if (Object.keys(changes).length === 0) return { ...known, outcome: 'unchanged' };
		const request = item.request({
			method: 'PATCH',
			path: ['contacts', idOf(contact)],
			body: changes,
		});
		const changed = await onFailure(request.then(dataOf), (error) => {
			if (error.failure.code === GONE) index.forget(contact);
			else if (!isRefused(error)) index.doubt(keysAtStake(known, changes), contact);
		});
		index.keep({ ...known, ...changes, ...changed, id: contact.id });
		return { ...changed, outcome: 'updated' };
	});
}

/** Match keys that a contact may have lost or got by changes of which it is not known what came. */
function keysAtStake(known: IDataObject, changes: IDataObject): string[] {
	const before = matchKeys(known);
	const after = matchKeys({ ...known, ...changes });
	return [
		...before.filter((key) => !after.includes(key)),
		...after.filter((key) => !before.includes(key)),
	];
}

async function create(
	item: Item,
	index: ContactIndex,
	{ field, given, whole, keys }: Upsert,
): Promise<IDataObject> {
	checkLeadingZero(field, given);
	if (isBlank(whole.name)) {
		throw new InputError(
			'Name is empty',
			`No contact has this ${MATCH_LABELS[field]}, so one has to be created: fill in Name.`,
		);
	}
	const request = item.request({ method: 'POST', path: ['contacts'], body: whole });
	const created = await onFailure(request.then(createdOf), ({ failure }) => {
		if (failure.uncertain) index.doubt(keys);
	});
	index.keep({ ...whole, ...created });
	return { ...created, outcome: 'created' };
}

/** The error of a create that was refused, with what is known about why. */
function refusal(
	{ failure }: RequestError,
	index: ContactIndex,
	{ field, keys }: Upsert,
): RequestError {
	const [other] = index.having(keys);
	const advice = other
		? `The contact ${idOf(other)} has a value of this item, but another ${MATCH_LABELS[field]}: match on the other field, or correct one of them.`
		: `No contact with this ${MATCH_LABELS[field]} can be read, though: look in Corlega, and run this item again.`;
	return new RequestError({ ...failure, advice });
}

/**
 * Updates the contact that has the value, or creates one.
 * @returns the contact, with `outcome`: `created`, `updated` or `unchanged`
 * @throws InputError where several contacts have the value, or a new one lacks a name; RequestError
 */
export async function upsertContact(
	item: Item,
	index: ContactIndex,
	wanted: Upsert,
): Promise<IDataObject> {
	const { field, value, keys } = wanted;
	const known = await index.find(item, field, value);
	if (known) return await update(item, index, known, wanted);

	const [created] = await Promise.allSettled([create(item, index, wanted)]);
	if (created.status === 'fulfilled') return created.value;
	const { reason } = created;
	if (!(reason instanceof RequestError) || reason.failure.status !== CONFLICT) throw reason;

	// Another program was faster, unless it is another value of this item that is taken.
	const isExplained = index.having(keys).length > 0;
	const other = await index.findRefused(item, field, value, isExplained);
	if (other) return await update(item, index, other, wanted);
	throw refusal(reason, index, wanted);
}
