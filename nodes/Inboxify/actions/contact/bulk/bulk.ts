import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkInteger } from '../../../../shared/input/check';
import type { Item } from '../../../../shared/node/Item';
import type { BulkEntry } from '../../../../shared/node/operation';
import { RequestError } from '../../../../shared/service/RequestError';
import { readBulkAnswer } from '../../../bulkAnswer';
import { listPath } from '../../common.fields';

/** Contacts in one bulk call at the most (Inboxify's PHP client). */
const MOST_CONTACTS = 1000;

export const batchSizeOption: INodeProperties = {
	displayName: 'Batch Size',
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST_CONTACTS },
	default: MOST_CONTACTS,
	description: 'How many contacts go into one request; Inboxify takes 1,000 at most',
};

/** A bulk call of a list. */
interface BulkCall {
	/** Last segment of the path, e.g. `bulk-insert`. */
	action: string;
	query?: IDataObject;
	/** Twice is the same as once. */
	repeatable: boolean;
	/** Adds contacts; default: what is not repeatable. */
	creates?: boolean;
}

/**
 * Says which request a contact goes out with.
 * @param body the contact; its address is there and has been checked
 * @throws InputError
 */
export function toBulkEntry(
	item: Item,
	body: IDataObject,
	{ action, ...call }: BulkCall,
): BulkEntry {
	const list = listPath(item);
	const batchSize = checkInteger('Batch Size', item.options.batchSize ?? MOST_CONTACTS, {
		minimum: 1,
		maximum: MOST_CONTACTS,
	});
	return {
		item,
		request: { method: 'POST', path: [...list, action], ...call },
		// The document writes one list in two ways, `webshopklanten` and `Webshopklanten`.
		key: JSON.stringify([...list, body.email]).toLowerCase(),
		batchSize,
		body,
	};
}

/** Whether an output says that its contact was not refused. */
export const isDone = ({ success }: IDataObject): boolean => success === true;

/** Tells how many contacts were refused, as nothing else draws the eye to them. */
export function tellRefused(outputs: IDataObject[]): string[] {
	const refused = outputs.filter(({ success }) => success === false).length;
	if (refused === 0) return [];
	const [count, all] = [refused, outputs.length].map((number) => number.toLocaleString('en'));
	return [
		`Inboxify refused ${count} of ${all} contacts. Their output items say why, under reason.`,
	];
}

/** Statuses by which a call is refused for what is in it. */
const REFUSED = [400, 413, 422];

/** Why a call was refused for its content; undefined for any other end, or where an answer got lost. */
function refusalIn(reason: unknown): string | undefined {
	if (!(reason instanceof RequestError)) return undefined;
	const { status = 0, uncertain, repeated, message } = reason.failure;
	return REFUSED.includes(status) && !uncertain && !repeated ? message : undefined;
}

/**
 * Sends contacts that share their request in one bulk call. One that is refused for its content is
 * sent in halves, until the bad contacts are alone: at most 2 x log2(n) more requests for each.
 * @returns `{ email, success, reason }` for each, or what it failed with
 * @throws RequestError where the call failed in any other way
 */
export async function sendBulk(entries: BulkEntry[]): Promise<Array<IDataObject | Error>> {
	const [sent] = await Promise.allSettled([sendWhole(entries)]);
	if (sent.status === 'fulfilled') return sent.value;
	const reason = refusalIn(sent.reason);
	if (reason === undefined) throw sent.reason;
	if (entries.length === 1)
		return [{ email: String(entries[0].body.email), success: false, reason }];

	const middle = Math.ceil(entries.length / 2);
	const outputs: Array<IDataObject | Error> = [];
	for (const half of [entries.slice(0, middle), entries.slice(middle)]) {
		const [done] = await Promise.allSettled([sendBulk(half)]);
		// What the other half has done must not be lost.
		const failed = () => half.map(() => (done as PromiseRejectedResult).reason as Error);
		outputs.push(...(done.status === 'fulfilled' ? done.value : failed()));
	}
	return outputs;
}

async function sendWhole(entries: BulkEntry[]): Promise<IDataObject[]> {
	const [{ item, request }] = entries;
	const answer = await item.request({ ...request, body: entries.map(({ body }) => body) });
	const emails = entries.map(({ body }) => String(body.email));
	return await Promise.all(
		readBulkAnswer(answer, emails).map(async (output) =>
			output.reason === null
				? output
				: { ...output, reason: await item.redact(String(output.reason)) },
		),
	);
}
