import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { readIdentifier, recordOutput, recordOutputFields, type RecordKind } from './record.kind';

export const getRecord = (kind: RecordKind): ItemOperation => ({
	name: 'Get',
	value: 'get',
	action: `Get ${kind.aNoun}`,
	description: `Get one ${kind.noun} by its ID`,
	properties: [kind.idField, ...recordOutputFields],

	async execute(item) {
		const id = readIdentifier(item, kind);
		const present = recordOutput(item);
		return present(dataOf(await item.request({ method: 'GET', path: [kind.plural, id] })));
	},
});

/** Gets the only object of its kind. */
export const getSingle = (noun: string, path: string, description: string): ItemOperation => ({
	name: 'Get',
	value: 'get',
	action: `Get the ${noun}`,
	description,
	properties: [],

	async execute(item) {
		return dataOf(await item.request({ method: 'GET', path: [path] }));
	},
});
