import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkInteger } from '../../../shared/input/check';
import type { Item } from '../../../shared/node/Item';
import type { BulkEntry } from '../../../shared/node/operation';
import { readBulkAnswer } from '../../bulkAnswer';
import { listPath } from '../common.fields';
import { contactBody } from './contact.fields';

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

/** A bulk call, as the entries of one group share it. */
interface BulkCall {
	/** Last segment of the path, e.g. `bulk-insert`. */
	action: string;
	query?: IDataObject;
	repeatable: boolean;
}

/**
 * Checks a contact and puts it into the group of those that can share its request.
 * @param fields of the contact; `email` must be among them
 * @throws InputError
 */
export function toBulkEntry(item: Item, fields: IDataObject, query?: IDataObject): BulkEntry {
	const path = listPath(item);
	const body = contactBody(fields);
	const batchSize = checkInteger('Batch Size', item.options.batchSize ?? MOST_CONTACTS, {
		minimum: 1,
		maximum: MOST_CONTACTS,
	});
	return {
		item,
		body,
		batchSize,
		group: JSON.stringify([path, query, batchSize]),
		key: String(body.email).toLowerCase(),
	};
}

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
 * Sends the contacts of a group in one bulk call.
 * @returns `{ email, success, reason? }` for each
 * @throws RequestError
 */
export async function sendBulk(entries: BulkEntry[], call: BulkCall): Promise<IDataObject[]> {
	const [{ item }] = entries;
	const answer = await item.request({
		method: 'POST',
		path: [...listPath(item), call.action],
		query: call.query,
		body: entries.map(({ body }) => body),
		repeatable: call.repeatable,
	});
	return readBulkAnswer(
		answer,
		entries.map(({ body }) => String(body.email)),
	);
}
