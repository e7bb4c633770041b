import { emptyValuesOption } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { readIdentifier } from '../record/identifier';
import type { RecordKind } from '../record/record.kind';
import { bodyFields, readBody } from './body.fields';

/** Update, for a quote or an invoice. */
export const updateDocument = (kind: RecordKind): ItemOperation => ({
	name: 'Update',
	value: 'update',
	action: `Update ${kind.aNoun}`,
	description: `Change fields of ${kind.aNoun}; the others stay as they are`,
	properties: [kind.idField, ...bodyFields],
	options: [
		{
			...emptyValuesOption,
			description: `${emptyValuesOption.description}. What is given as JSON is sent as it is.`,
		},
	],

	async execute(item) {
		const id = readIdentifier(item, kind);
		const body = readBody(item, { emptyValues: item.emptyValues(), canClear: true });
		return dataOf(await item.request({ method: 'PATCH', path: [kind.plural, id], body }));
	},
});
