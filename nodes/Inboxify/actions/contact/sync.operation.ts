import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { emptyValuesOption, lookUpOption } from '../../../shared/node/description/fields';
import { countsOf } from '../../../shared/node/hints';
import type { BulkOperation } from '../../../shared/node/operation';
import { countText } from '../../../shared/node/progress';
import { RequestError } from '../../../shared/service/RequestError';
import { tagsOption } from '../../tags';
import { batchSizeOption, bulkCalls, sendBulk } from './bulk/bulk';
import { bulkParameters } from './contact.fields';
import { neverAddOption } from './neverAdd';
import { type Missing, plan, type SyncEntry } from './sync/plan';
import { toUpsertEntry } from './upsert/entry';
import { send } from './upsert/send';

/** Outcomes of contacts, and how a hint calls them. */
const OUTCOMES = {
	created: 'created',
	updated: 'updated',
	unchanged: 'unchanged',
	unsubscribed: 'unsubscribed',
	deleted: 'deleted',
	leftOut: 'left out because they opted out',
	repeated: 'left out because a later item has the same address',
	failed: 'refused by Inboxify',
};

const missingOption: INodeProperties = {
	displayName: 'Missing Contacts',
	name: 'missing',
	type: 'options',
	options: [
		{ name: 'Delete', value: 'delete', description: 'Delete them, except unsubscribed ones' },
		{ name: 'Keep', value: 'keep', description: 'Leave them as they are' },
		{ name: 'Unsubscribe', value: 'unsubscribe', description: 'Unsubscribe them (afmelden)' },
	],
	default: 'keep',
	description: 'What to do with contacts of the list that are not in the input',
};

const maximumOption: INodeProperties = {
	displayName: 'Maximum Removed (Percent)',
	name: 'mostRemoved',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
	default: 10,
	description:
		'If more than this percentage of the subscribed contacts would be removed, the list is left as it is and the items fail. This protects the list from an incomplete input.',
};

type Result = IDataObject | IDataObject[] | Error;

/** Removes contacts. What fails for several of them is one error. */
async function remove(entries: SyncEntry[]): Promise<Result[]> {
	const results = await sendBulk(entries).catch((reason: unknown): Result[] => {
		if (!(reason instanceof RequestError)) throw reason;
		return entries.map(() => reason);
	});
	return results.map((result, index) => {
		if (!(result instanceof RequestError)) return result;
		if (results.indexOf(result) < index) return [];
		const count = results.filter((one) => one === result).length;
		const message = `${result.message} (when removing ${countText(count, 'contact')} missing from the input)`;
		return new RequestError({ ...result.failure, message });
	});
}

/** The list is read once; only what differs is written. */
export const sync: BulkOperation<SyncEntry> = {
	...bulkCalls,
	name: 'Sync List',
	value: 'sync',
	action: 'Sync a list with the input',
	description:
		'Make a list equal to the input, one contact per item: add new contacts, update those that differ and, if you choose, remove missing ones. Unsubscribed contacts stay unsubscribed.',
	properties: bulkParameters,
	writes: true,
	options: [
		batchSizeOption,
		emptyValuesOption,
		missingOption,
		maximumOption,
		lookUpOption,
		neverAddOption,
		tagsOption,
	],

	prepare(item) {
		return {
			...toUpsertEntry(item, false),
			outcome: 'created',
			missing: item.option<Missing>(missingOption),
			mostRemoved: item.option<number>(maximumOption),
		};
	},

	route: plan,

	unsentHint:
		'Nobody was removed, because failed items may be the contacts that seem missing. Correct them and run again',

	async send(entries) {
		const results = await (entries[0].removes ? remove(entries) : send(entries));
		return results.map((result, index): Result => {
			if (result instanceof Error || Array.isArray(result)) return result;
			const outcome = result.success === true ? entries[index].outcome : 'failed';
			return { ...result, outcome };
		});
	},

	summarize: (outputs) => countsOf(outputs, 'outcome', OUTCOMES),
};
