import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Item } from '../../../../shared/node/Item';
import type { BulkEntry } from '../../../../shared/node/operation';
import { written } from '../../../../shared/node/progress';
import { RequestError } from '../../../../shared/service/RequestError';
import { isUnsure } from '../../../../shared/service/unsureCreate';
import { readBulkAnswer } from '../../../bulkAnswer';
import { listPath } from '../../common.fields';
import { settleInserts } from '../lookUp';

/** Most contacts in one bulk call (Inboxify's PHP client). */
const MAX_CONTACTS = 1000;

/** Statuses by which a bulk call is refused for its content. */
const REFUSED = [400, 413, 422];

export const batchSizeOption: INodeProperties = {
	displayName: 'Batch Size',
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_CONTACTS },
	default: MAX_CONTACTS,
	description: 'How many contacts to send in one request, at most 1,000',
};

/** A bulk call: the last segment of its path, and how it is sent. */
type BulkCall = { action: string } & Omit<BulkEntry['request'], 'method' | 'path'>;

export const insertCall = (overwrite: boolean): BulkCall => ({
	action: 'bulk-insert',
	query: { overwrite: overwrite ? 'True' : 'False' },
	// Without overwriting, a second request would refuse what the first one added.
	repeatable: overwrite,
	creates: true,
	outcome: overwrite ? 'createdOrOverwritten' : 'created',
});

/** @param body the contact, with a checked address @throws InputError */
export function toBulkEntry(
	item: Item,
	body: IDataObject,
	{ action, ...call }: BulkCall,
): BulkEntry {
	const list = listPath(item);
	item.warnOfMistakes(body);
	return {
		item,
		request: { method: 'POST', path: [...list, action], ...call },
		// The document writes one list in two ways, `webshopklanten` and `Webshopklanten`.
		key: JSON.stringify([...list, body.email]).toLowerCase(),
		batchSize: item.option(batchSizeOption),
		body,
	};
}

export const emailOf = ({ body }: BulkEntry): string => String(body.email);

/** @param reason why the contact was refused; null: it went through */
export function outputOf({ body }: BulkEntry, reason: string | null = null): IDataObject {
	return { email: body.email, success: reason === null, reason };
}

async function sendWhole(entries: BulkEntry[]): Promise<IDataObject[]> {
	const [{ item, request }] = entries;
	const answer = await item.request({ ...request, body: entries.map(({ body }) => body) });
	const outputs = readBulkAnswer(answer, entries.map(emailOf));
	const { redact } = await item.connection();
	return outputs.map(({ reason, ...output }) => ({
		...output,
		reason: reason === null ? null : redact(String(reason)),
	}));
}

/**
 * Sends contacts in one bulk call. A call that is refused for its content is sent in halves until
 * the bad contacts are alone: at most 2 x log2(n) more requests for each.
 * @param entries with equal requests; if all have `looksUp`, an insertion that may have been carried
 *   out is looked up
 * @returns `{ email, success, reason }` of each, or its error
 * @throws RequestError if the call failed in any other way, or may have been carried out
 */
export async function sendBulk(
	entries: Array<BulkEntry & { looksUp?: boolean }>,
): Promise<Array<IDataObject | Error>> {
	return await sendWhole(entries).catch(async (error: unknown) => {
		if (isUnsure(error) && entries.every(({ looksUp }) => looksUp)) {
			const list = entries[0].request.path.slice(0, 2);
			const settled = await settleInserts(entries, list, error);
			return settled.map((one, index) => (one instanceof Error ? one : outputOf(entries[index])));
		}
		if (!(error instanceof RequestError)) throw error;
		const { status = 0, uncertain, repeated, message } = error.failure;
		if (!REFUSED.includes(status) || uncertain || repeated) throw error;
		if (entries.length === 1) return [outputOf(entries[0], message)];
		const middle = Math.ceil(entries.length / 2);
		const outputs: Array<IDataObject | Error> = [];
		for (const half of [entries.slice(0, middle), entries.slice(middle)]) {
			// If one half fails, the results of the other are still returned.
			outputs.push(...(await sendBulk(half).catch((reason: Error) => half.map(() => reason))));
		}
		return outputs;
	});
}

export const isDone = ({ success }: IDataObject): boolean => success === true;

/** How all bulk operations send and report their contacts. */
export const bulkCalls = {
	send: sendBulk,
	isDone,
	summarize(outputs: IDataObject[]): string[] {
		const failed = outputs.filter(({ success }) => success === false);
		const leftOut = failed.filter(({ outcome }) => outcome === 'leftOut').length;
		const refused = failed.length - leftOut;
		const all = `${written(outputs.length)} contacts`;
		const see = 'See "reason" in their output items.';
		return [
			...(refused > 0 ? [`Inboxify refused ${written(refused)} of ${all}. ${see}`] : []),
			...(leftOut > 0 ? [`Left out ${written(leftOut)} of ${all}, who opted out. ${see}`] : []),
		];
	},
};
