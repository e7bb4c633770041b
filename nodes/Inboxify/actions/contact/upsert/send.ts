import type { IDataObject } from 'n8n-workflow';

import type { ServiceRequest } from '../../../../shared/service/exchange';
import { RequestError } from '../../../../shared/service/RequestError';
import { changeOf, contactOf, isMissing } from '../../../answers';
import { joinTags } from '../../../tags';
import { isDone, sendBulk } from '../bulk/bulk';
import { emailOf, givenTags, toChange, toInsert, type UpsertEntry } from './entry';
import { ask } from './existing';

/** Statuses by which the service refuses a contact; all others are failures of the request. */
const REFUSED = [400, 409, 422];

/** What changes a contact; where nothing is to be changed, what tells whether it is there. */
function requestFor({ request: { path }, changes = {} }: UpsertEntry): ServiceRequest {
	return Object.keys(changes).length === 0
		? { method: 'GET', path, expected: [404], fresh: true }
		: { method: 'PUT', path, body: changes, expected: [404] };
}

/** What a refusal comes to. @throws the error where it is something else */
function refusalOf(entry: UpsertEntry, error: unknown): IDataObject {
	const status = error instanceof RequestError ? error.failure.status : undefined;
	if (status === undefined || !REFUSED.includes(status)) throw error;
	return { email: emailOf(entry), success: false, reason: (error as RequestError).message };
}

/** The same entry, its tags joined with those that the contact has. @throws RequestError */
async function withAllTags(entry: UpsertEntry): Promise<UpsertEntry> {
	const given = givenTags(entry);
	if (!entry.addsTags || given.length === 0) return entry;
	const known = entry.knownTags ?? (await ask(entry))?.tags ?? [];
	return { ...entry, changes: { ...entry.changes, tags: joinTags(known, given) } };
}

async function tryToChange(entry: UpsertEntry): Promise<IDataObject | undefined> {
	const request = requestFor(await withAllTags(entry));
	const answer = await entry.item.request(request);
	if (isMissing(answer)) return undefined;
	if (request.method === 'GET') contactOf(answer);
	else changeOf(answer);
	return { email: emailOf(entry), success: true, reason: null };
}

/**
 * Changes a contact.
 * @returns `{ email, success, reason }`; undefined where there is no such contact
 * @throws RequestError
 */
const change = async (entry: UpsertEntry): Promise<IDataObject | undefined> =>
	await tryToChange(entry).catch((error: unknown) => refusalOf(entry, error));

/**
 * Changes a contact that the insert refused, in case it is there after all.
 * @returns what the insert said where it is not, or what the change failed with
 */
async function changeRefused(
	entry: UpsertEntry,
	refusal: IDataObject,
): Promise<IDataObject | Error> {
	try {
		return (await change(toChange(entry, emailOf(entry)))) ?? refusal;
	} catch (error) {
		return error as Error;
	}
}

/**
 * Sends contacts that share their request: one that is changed, or many that are inserted or
 * overwritten. What turns out to be otherwise than it was found is inserted or changed after all.
 * @returns `{ email, success, reason }` for each, or what it failed with
 * @throws RequestError
 */
export async function send(entries: UpsertEntry[]): Promise<Array<IDataObject | Error>> {
	const [first] = entries;
	if (first.request.method === 'PUT') {
		const changed = await change(first);
		return changed ? [changed] : await sendBulk([toInsert(first)]);
	}
	const outputs = await sendBulk(entries);
	const settled = outputs.map(async (output, index) =>
		entries[index].changes === undefined || output instanceof Error || isDone(output)
			? output
			: await changeRefused(entries[index], output),
	);
	return await Promise.all(settled);
}
