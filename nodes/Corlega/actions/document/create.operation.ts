import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import type { RecordKind } from '../record/record.kind';
import { bodyFields, readBody } from './body.fields';

/** Creates a quote or an invoice. */
export const createDocument = ({ aNoun, noun, plural }: RecordKind): ItemOperation => ({
	name: 'Create',
	value: 'create',
	action: `Create ${aNoun}`,
	description: `Create ${aNoun}. Each ${noun} waits for the previous one, so that numbers follow the order of the items.`,
	writes: true,
	properties: bodyFields,
	// Corlega numbers them in the order in which they arrive.
	concurrency: 1,

	async execute(item) {
		const body = readBody(item);
		item.warnOfMistakes(body);
		return dataOf(await item.request({ method: 'POST', path: [plural], body }));
	},
});
