import { type Corlega, id, type Kind, nounOf, type State } from './corlega';
import { type Movable, range } from './operation';
import { readsList, readsOne } from './reading';

const getOne = (kind: Kind): Corlega => ({
	node: 'corlega',
	name: `${nounOf(kind)}.get`,
	group: 'get',
	methods: ['GET'],
	mostItems: 10,
	prepare({ state, random, count }) {
		const rows = range(count).map(() => random.pick(state[kind].rows));
		return {
			parameters: id(`${nounOf(kind)}Id`),
			items: rows.map((row) => ({ id: row.id })),
			readings: rows.map(readsOne),
			pages: 0,
		};
	},
});

const getOnly = (name: string, of: (state: State) => unknown): Corlega => ({
	node: 'corlega',
	name,
	group: 'get',
	methods: ['GET'],
	mostItems: 4,
	prepare: ({ state, count }) => ({
		parameters: {},
		items: range(count).map(() => ({})),
		readings: range(count).map(() => readsOne(of(state))),
		pages: 0,
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

const getMany = (kind: Kind): Corlega => ({
	node: 'corlega',
	name: `${nounOf(kind)}.getAll`,
	group: 'list',
	methods: ['GET'],
	mostItems: 3,
	settings: (random) => {
		const size = random.pick([0, 1, 60, 100, 130, 250, 420]);
		return { contacts: 0, quotes: 0, invoices: 0, [kind]: size };
	},
	prepare({ state, random, count, movement }) {
		const { rows } = state[kind];
		const items = range(count).map(() => ({
			returnAll: random.chance(60),
			limit: random.pick([1, 30, 100, 150, 260]),
		}));
		const readings = items.map(({ returnAll, limit }) =>
			readsList({
				rows: [...rows],
				limit: returnAll ? undefined : limit,
				idOf: (entry) => String(entry.id),
				movement,
			}),
		);
		return {
			parameters: { returnAll: '={{ $json.returnAll }}', limit: '={{ $json.limit }}' },
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
	getMany('contacts'),
	getMany('quotes'),
	getMany('invoices'),
];
