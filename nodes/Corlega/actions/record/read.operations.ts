import { returnAllOrLimit } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { readIdentifier } from './identifier';
import type { RecordKind } from './record.kind';

/** Gets one record by its ID. */
export const getRecord = (kind: RecordKind): ItemOperation => ({
	name: 'Get',
	value: 'get',
	action: `Get ${kind.aNoun}`,
	description: `Get one ${kind.noun} by its ID`,
	properties: [kind.idField],

	async execute(item) {
		const id = readIdentifier(item, kind);
		return dataOf(await item.request({ method: 'GET', path: [kind.plural, id] }));
	},
});

/** Gets a list of records. */
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

/** Gets the only object of its kind. */
const getSingle = (noun: string, path: string, description: string): ItemOperation => ({
	name: 'Get',
	value: 'get',
	action: `Get the ${noun}`,
	description,
	properties: [],

	async execute(item) {
		return dataOf(await item.request({ method: 'GET', path: [path] }));
	},
});

export const getApiKey = getSingle(
	'API key',
	'me',
	'Get the scopes and the organization of the API key in use',
);

export const getOrganization = getSingle(
	'organization',
	'organization',
	'Get the settings of the organization that the API key belongs to',
);
