import type { IDataObject } from 'n8n-workflow';

import { type Corlega, id, KEYS, type Kind, nounOf, type State } from './corlega';
import { equals, type Movable, range } from './operation';
import { readsList, readsOne } from './reading';

const getOne = (kind: Kind): Corlega => ({
	name: `${nounOf(kind)}.get`,
	group: 'get',
	prepare({ state, random, count }) {
		const mode = kind === 'contacts' ? random.pick(['id', ...KEYS]) : 'id';
		const known = state[kind].rows.filter((row) => row[mode]);
		const rows = range(count).map(() => random.pick(known));
		return {
			parameters: id(`${nounOf(kind)}Id`, mode),
			items: rows.map((row) => ({ id: row[mode] })) as IDataObject[],
			readings: rows.map(readsOne),
			pages: mode === 'id' ? 0 : Math.ceil(state[kind].size / 100),
		};
	},
});

const getCount = (kind: Kind): Corlega =>
	getOnly(`${nounOf(kind)}.count`, (state) => ({ count: state[kind].size }));

const getOnly = (name: string, of: (state: State) => unknown): Corlega => ({
	name,
	group: 'get',
	mostItems: 4,
	prepare: ({ state, count }) => ({
		parameters: {},
		readings: range(count).map(() => readsOne(of(state))),
	}),
});

const keyOf = ({ apiKeys, keys, organization }: State) => {
	const { apiKeyId, scopes, key } = apiKeys.find(`Bearer ${keys.full}`)!;
	const prefix = `${key.slice(0, 'corlega_'.length + 8)}…`;
	return { apiKeyId, organizationId: organization.id, scopes, prefix };
};

const movable = (rows: State['contacts']): Movable => ({
	ids: () => rows.rows.map((row) => row.id),
	remove: (gone) => void rows.delete(gone),
	add(added, at) {
		const others = at === 'front' ? [...rows.rows] : [];
		if (at === 'front') rows.clear();
		rows.set(added, { id: added, name: added });
		for (const other of others) rows.set(other.id, other);
	},
});

/** Fields that records are found by. */
const FIELDS = { contacts: [...KEYS, 'name'], quotes: ['status', 'number'], invoices: ['status'] };

/** All records, or those that have what one of them has: a whole value, or a word of a name. */
const getMany = (kind: Kind, name: 'getAll' | 'search' = 'getAll'): Corlega => ({
	name: `${nounOf(kind)}.${name}`,
	group: 'list',
	mostItems: 3,
	settings: (random) => {
		const size = random.pick([0, 1, 60, 100, 130, 250, 420]);
		return { contacts: 0, quotes: 0, invoices: 0, [kind]: size };
	},
	prepare({ state, random, count, movement }) {
		const { rows } = state[kind];
		const isSearch = name === 'search';
		const isWhole = !isSearch && random.chance(50);
		const items = range(count).map(() => {
			const field = random.pick(FIELDS[kind]);
			const values = rows.map((row) => String(row[field] ?? '')).filter(Boolean);
			const value = random.pick(values) ?? 'nobody';
			const query = isSearch && field === 'name' ? random.pick(value.split(' ')) : value;
			return {
				field,
				query,
				returnAll: random.chance(60),
				limit: random.pick([1, 30, 100, 150, 260]),
			};
		});
		const readings = items.map(({ field, query, returnAll, limit }) => {
			const has = (value: unknown) => String(value).toLowerCase().includes(query.toLowerCase());
			const isWanted = (row: Record<string, unknown>) =>
				isSearch && field === 'name'
					? has(row.name) || has(row.email)
					: String(row[field]) === query;
			return readsList({
				rows: rows.filter((row) => isWhole || isWanted(row)),
				limit: returnAll ? undefined : limit,
				idOf: (entry) => String(entry.id),
				movement,
			});
		});
		return {
			parameters: {
				query: '={{ $json.query }}',
				conditions: isWhole ? {} : equals('={{ $json.field }}', '={{ $json.query }}'),
				returnAll: '={{ $json.returnAll }}',
				limit: '={{ $json.limit }}',
			},
			items,
			readings,
			movable: movable(state[kind]),
			pages: count * Math.max(1, Math.ceil(rows.length / 100)),
		};
	},
});

export const corlegaReads: Corlega[] = [
	getOne('contacts'),
	getOne('quotes'),
	getOne('invoices'),
	getOnly('organization.get', ({ organization }) => organization),
	getOnly('apiKey.get', keyOf),
	getCount('contacts'),
	getCount('quotes'),
	getCount('invoices'),
	getMany('contacts', 'search'),
	getMany('contacts'),
	getMany('quotes'),
	getMany('invoices'),
];
