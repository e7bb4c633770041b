import type { INodeProperties } from 'n8n-workflow';

import { checkRequired } from '../../shared/input/check';
import { returnAllOrLimit } from '../../shared/node/fields';
import type { ItemOperation } from '../../shared/node/operation';
import { dataOf } from '../corlega.service';

/** A kind of record that Corlega keeps a list of. */
export interface RecordKind {
	/** In a sentence, e.g. `contact`. */
	noun: string;
	/** With its article. */
	aNoun: string;
	/** Also the path, e.g. `contacts`. */
	plural: string;
	/** The field that says which one. */
	idField: INodeProperties;
}

/** Get: one record by its ID. */
export const getRecord = ({ noun, aNoun, plural, idField }: RecordKind): ItemOperation => ({
	name: 'Get',
	value: 'get',
	action: `Get ${aNoun}`,
	description: `Get one ${noun} by its ID`,
	properties: [idField],

	async execute(item) {
		const id = checkRequired(idField.displayName, item.text(idField.name));
		return dataOf(await item.request({ method: 'GET', path: [plural, id] }));
	},
});

/** Get Many: the list, in as few pages as can be. */
export const getRecords = ({ plural }: RecordKind): ItemOperation => ({
	name: 'Get Many',
	value: 'getAll',
	action: `Get many ${plural}`,
	description: `Get a list of ${plural}`,
	properties: returnAllOrLimit,

	async execute(item) {
		return await item.list({ path: [plural], limit: item.limit() });
	},
});
