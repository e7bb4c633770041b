import { isBlank } from '../../../shared/input/check';
import { identifying } from '../../../shared/input/text';
import type { BulkEntry, BulkOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import type { RecordKind } from '../record/record.kind';
import { bodyFields, readBody } from './body.fields';
import { combineBodies } from './mappedBody';

/** An item, which is a document or a part of one. */
interface Part extends BulkEntry {
	lists: string[];
}

/** Creates a quote or an invoice of each item, or of all items with the same value. */
export const createDocument = (kind: RecordKind): BulkOperation<Part> => ({
	name: 'Create',
	value: 'create',
	action: `Create ${kind.aNoun}`,
	description: `Create ${kind.plural}, one at a time by default, so that their numbers follow the order of the items`,
	writes: true,
	properties: bodyFields(kind),
	options: [
		{
			displayName: 'Combine Items By',
			name: 'combineBy',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.orderNumber }}',
			description: `Items with the same value here become one ${kind.noun} with all their lines. Works only with Mapping Columns Below. Leave it empty to create ${kind.aNoun} for each item.`,
		},
	],
	// Corlega numbers them in the order in which they arrive.
	concurrency: 1,
	sendEqualOnce: false,
	isJoint: true,

	prepare(item) {
		const { body, lists } = readBody(item);
		item.warnOfMistakes(body);
		const { combineBy } = item.options;
		const value = typeof combineBy === 'object' ? JSON.stringify(combineBy) : String(combineBy);
		const group = isBlank(combineBy) ? `item ${item.index}` : `value ${identifying(value)}`;
		const request = { method: 'POST' as const, path: [kind.plural] };
		return { item, request, key: String(item.index), batchSize: Infinity, group, body, lists };
	},

	async send(parts) {
		const [{ item, request }] = parts;
		const lists = new Set(parts.flatMap((part) => part.lists));
		const body = combineBodies(
			parts.map((part) => part.body),
			lists,
		);
		const created = dataOf(await item.request({ ...request, body }));
		return parts.map((_, index) => (index === 0 ? created : []));
	},
});
