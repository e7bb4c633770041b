import type { IDataObject } from 'n8n-workflow';

import { isIdentifier } from '../../../shared/input/check';
import { PlannedRequest } from '../../../shared/node/dryRun';
import type { Item } from '../../../shared/node/Item';
import { RequestError } from '../../../shared/service/RequestError';
import { checkEmail, requiredEmail } from '../contact/contact.fields';
import { getContact, listNames } from '../contact/lookUp';

export const personFields = [
	{ ...requiredEmail, description: 'E-mail address of the person; all lists are searched for it' },
];

/** A contact, and the name of its list. */
export interface Place {
	list: string;
	contact: IDataObject;
}

/** Finds a person in all lists, with one request for each. @throws InputError, RequestError */
export async function findPerson(item: Item): Promise<{ email: string; places: Place[] }> {
	const email = checkEmail(item.parameter('email'));
	const names = await listNames(item);
	const found = names.map(async (list): Promise<Place[]> => {
		const contact = await getContact(item, ['contacts', list], email);
		return contact ? [{ list, contact }] : [];
	});
	return { email, places: (await Promise.all(found)).flat() };
}

export const pathOf = ({ list, contact: { id, email } }: Place): string[] => [
	'contacts',
	list,
	String(isIdentifier(id) ? id : email),
];

/**
 * Changes a person in each list.
 * @param act sends a request, and returns the outcome in that list
 * @throws RequestError that names the lists in which it was done
 */
export async function changeEverywhere(
	item: Item,
	act: (place: Place) => Promise<string>,
): Promise<IDataObject | IDataObject[]> {
	const { email, places } = await findPerson(item);
	const results = await Promise.allSettled(places.map(act));
	const lists: IDataObject[] = [];
	const planned: IDataObject[] = [];
	let failed: { reason: unknown; list: string } | undefined;
	for (const [index, result] of results.entries()) {
		const { list } = places[index];
		if (result.status === 'fulfilled') lists.push({ list, outcome: result.value });
		else if (result.reason instanceof PlannedRequest) planned.push(result.reason.whole);
		else failed ??= { reason: result.reason, list };
	}
	if (!failed) return planned.length > 0 ? planned : { email, found: places.length > 0, lists };
	const { reason, list } = failed;
	if (!(reason instanceof RequestError)) throw reason;
	const done = lists.map((one) => String(one.list)).join(', ') || 'none';
	const advice = `It failed in the list ${list}. Done in: ${done}. Run this item again. ${reason.failure.advice ?? ''}`;
	throw new RequestError({ ...reason.failure, advice: advice.trim() });
}
