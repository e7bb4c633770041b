import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkInteger } from '../../../../shared/input/check';
import type { Item } from '../../../../shared/node/Item';
import type { BulkEntry } from '../../../../shared/node/operation';
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

/**
 * Sends contacts that share their request in one bulk call.
 * @returns `{ email, success, reason }` for each
 * @throws RequestError
 */
export async function sendBulk(entries: BulkEntry[]): Promise<IDataObject[]> {
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
