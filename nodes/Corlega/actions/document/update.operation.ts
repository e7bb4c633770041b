import { emptyValuesOption } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { readIdentifier, type RecordKind } from '../record/record.kind';
import { bodyFields, readBody } from './body.fields';

export const updateDocument = (kind: RecordKind): ItemOperation => ({
	name: 'Update',
	value: 'update',
	action: `Update ${kind.aNoun}`,
	description: `Change fields of ${kind.aNoun}; the others stay as they are`,
	writes: true,
	properties: [kind.idField, ...bodyFields(kind)],
	options: [
		{
			...emptyValuesOption,
			description: `${emptyValuesOption.description}. This option has no effect on JSON: it is sent unchanged.`,
		},
	],

	async execute(item) {
		const id = readIdentifier(item, kind);
		const { body } = readBody(item, item.emptyValues());
		item.warnOfMistakes(body);
		return dataOf(await item.request({ method: 'PATCH', path: [kind.plural, id], body }));
	},
});
