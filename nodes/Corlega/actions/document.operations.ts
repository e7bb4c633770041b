import { checkRequired } from '../../shared/input/check';
import type { ItemOperation } from '../../shared/node/operation';
import { dataOf } from '../corlega.service';
import { bodyFields, readBody } from './body.fields';
import type { RecordKind } from './record.operations';

/** Create, for a quote or an invoice. */
export const createDocument = ({ aNoun, plural }: RecordKind): ItemOperation => ({
	name: 'Create',
	value: 'create',
	action: `Create ${aNoun}`,
	description: `Create ${aNoun}`,
	properties: bodyFields,

	async execute(item) {
		const body = readBody(item);
		return dataOf(await item.request({ method: 'POST', path: [plural], body }));
	},
});

/** Update, for a quote or an invoice. */
export const updateDocument = ({ aNoun, plural, idField }: RecordKind): ItemOperation => ({
	name: 'Update',
	value: 'update',
	action: `Update ${aNoun}`,
	description: `Change fields of ${aNoun}; the others stay as they are`,
	properties: [idField, ...bodyFields],

	async execute(item) {
		const id = checkRequired(idField.displayName, item.text(idField.name));
		const body = readBody(item);
		return dataOf(await item.request({ method: 'PATCH', path: [plural, id], body }));
	},
});
