import { isBlank } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { identifying } from '../../../shared/input/text';
import type { Item } from '../../../shared/node/Item';
import type { BulkEntry, BulkOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import type { RecordKind } from '../record/record.kind';
import { type Body, bodyFields, readBody } from './body.fields';
import { combineBodies } from './mappedBody';

/** An item, which is a document or a part of one; `error`: it can't be read. */
interface Part extends BulkEntry, Body {
	error?: InputError;
}

/** Reads an item. A document of several needs all of them, so an error waits for the others. */
function read(item: Item, isCombined: boolean): Body & Pick<Part, 'error'> {
	try {
		if (isCombined && item.parameter('specifyBody') !== 'columns') {
			throw new InputError(
				'Combine Items By works only with Mapping Columns Below',
				'Choose that under Specify Body, or empty Combine Items By.',
			);
		}
		return readBody(item);
	} catch (error) {
		return { body: {}, lists: [], error: error as InputError };
	}
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
			description: `Items with the same value here become one ${kind.noun} with all their lines. The lines must be columns: choose Mapping Columns Below. Leave it empty to create ${kind.aNoun} for each item.`,
		},
	],
	// Corlega numbers them in the order in which they arrive.
	concurrency: 1,
	isJoint: true,

	prepare(item) {
		// A calculation that went wrong says nothing.
		const combineBy = Number.isNaN(item.options.combineBy) ? '' : item.options.combineBy;
		const part = read(item, !isBlank(combineBy));
		if (isBlank(combineBy) && 'combineBy' in item.options) {
			item.remark(`Combine Items By has no value, so the item became ${kind.aNoun} of its own`);
		}
		item.warnOfMistakes(part.body);
		const value = typeof combineBy === 'object' ? JSON.stringify(combineBy) : String(combineBy);
		const group = isBlank(combineBy) ? `item ${item.index}` : `value ${identifying(value)}`;
		const request = { method: 'POST' as const, path: [kind.plural] };
		return { item, request, key: String(item.index), batchSize: Infinity, group, ...part };
	},

	async route(parts, settle) {
		const failed = new Map<unknown, Part>();
		for (const part of parts) if (part.error) failed.set(part.group, part);
		for (const part of parts) {
			const cause = failed.get(part.group);
			if (!cause) continue;
			const message = `Item ${cause.item.index} of this ${kind.noun} has an error, so nothing was sent: ${cause.error?.message}`;
			await settle(part, () => {
				throw part.error ?? new InputError(message, cause.error?.description);
			});
		}
		return [parts.filter(({ group }) => !failed.has(group))];
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
