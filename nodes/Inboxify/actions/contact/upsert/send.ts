import type { IDataObject } from 'n8n-workflow';

import { RequestError } from '../../../../shared/service/RequestError';
import { changeOf, contactOf, isMissing } from '../../../answers';
import { joinTags, tagsOf } from '../../../tags';
import { emailOf, isDone, outputOf, sendBulk } from '../bulk/bulk';
import { toChange, type UpsertEntry } from './entry';
import { getExisting } from './route';

/** Statuses by which Inboxify refuses a contact; with any other, the request failed. */
const REFUSED = [400, 409, 422];

/** Changes a contact, or checks that it exists if there is nothing to change. */
async function sendChange(entry: UpsertEntry): Promise<IDataObject | undefined> {
	const changes = { ...entry.changes };
	const given = tagsOf(changes);
	if (entry.addsTags && given.length > 0) {
		const current = entry.knownTags ?? tagsOf((await getExisting(entry)) ?? {});
		changes.tags = joinTags(current, given);
	}
	const isEmpty = Object.keys(changes).length === 0;
	// An earlier item may only have planned to create it.
	if (isEmpty && entry.item.isDryRun) return outputOf(entry);
	const answer = await entry.item.request({
		...(isEmpty ? { method: 'GET', fresh: true } : { method: 'PUT', body: changes }),
		path: entry.request.path,
		expected: [404],
	});
	if (isMissing(answer)) return undefined;
	if (isEmpty) contactOf(answer);
	else changeOf(answer);
	return outputOf(entry);
}

/**
 * @returns `{ email, success, reason }`; undefined if the contact doesn't exist
 * @throws RequestError
 */
const change = async (entry: UpsertEntry): Promise<IDataObject | undefined> =>
	await sendChange(entry).catch((error: unknown) => {
		const isRefusal = error instanceof RequestError && REFUSED.includes(error.failure.status ?? 0);
		if (isRefusal) return outputOf(entry, error.message);
		throw error;
	});

/**
 * Sends one contact to change, or several that share a bulk call. A contact to change that is gone
 * is inserted, and one that the insert refused is changed if it exists.
 * @returns `{ email, success, reason }` of each, or its error
 * @throws RequestError
 */
export async function send(entries: UpsertEntry[]): Promise<Array<IDataObject | Error>> {
	const [first] = entries;
	if (first.request.method === 'PUT') {
		const changed = await change(first);
		return changed ? [changed] : await sendBulk([{ ...first, request: first.insert }]);
	}
	const outputs = await sendBulk(entries);
	const settled = outputs.map(async (output, index) => {
		const entry = entries[index];
		if (!entry.changes || output instanceof Error || isDone(output)) return output;
		const changed = change(toChange(entry, emailOf(entry)));
		return (await changed.catch((error: Error) => error)) ?? output;
	});
	return await Promise.all(settled);
}
