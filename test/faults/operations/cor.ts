import type { Organisation, StateOf } from '../../../sandbox';
import { plain, toDateTime } from '../../../sandbox/cor/state/organisation';
import { identifier } from '../stage/engine';
import { type Movable, type Operation, range } from './operation';
import { readsList } from './reading';

type State = StateOf<'cor'>;
type Cor = Operation<'cor'>;
type Row = Record<string, unknown>;

const view = ({ oin, naam, status, kvkNummer }: Row) => ({ oin, naam, status, kvkNummer });
const oinOf = ({ oin }: Row): string => String(oin);
const asRows = (organisations: Organisation[]): Row[] =>
	organisations.map((organisation) => ({ ...organisation }));

const movable = (state: State): Movable => ({
	ids: () => state.organisations.map(({ oin }) => oin),
	remove: (gone) =>
		void state.organisations.splice(
			state.organisations.findIndex(({ oin }) => oin === gone),
			1,
		),
	add(oin, at) {
		const added = { ...plain(oin, oin), laatstAangepastDatum: toDateTime(state.lastChange) };
		if (at === 'front') state.organisations.unshift(added);
		else state.organisations.push(added);
	},
});

const get: Cor = {
	node: 'cor',
	name: 'organisation.get',
	group: 'get',
	methods: ['GET'],
	mostItems: 6,
	prepare({ state, random, count, movement }) {
		const chosen = range(count).map(() => random.pick(state.organisations));
		return {
			parameters: identifier('cor', 'oin', '={{ $json.id }}'),
			items: chosen.map(({ oin }) => ({ id: oin })),
			readings: chosen.map((one) =>
				readsList({ rows: asRows([one]), idOf: oinOf, view, movement }),
			),
			pages: 0,
		};
	},
};

const size = (count: number): number => Math.max(1, Math.ceil(count / 30));

const getAll: Cor = {
	node: 'cor',
	name: 'organisation.getAll',
	group: 'list',
	methods: ['GET'],
	mostItems: 2,
	settings: (random) => ({ organisations: random.pick([0, 29, 30, 31, 95, 150]) }),
	prepare({ state, random, count, movement, isMoving }) {
		const type = isMoving || random.chance(70) ? undefined : 'GM';
		const rows = state.organisations.filter(
			({ organisatieType }) => type === undefined || organisatieType === type,
		);
		const items = range(count).map(() => ({
			returnAll: random.chance(60),
			limit: random.pick([1, 30, 45, 100]),
		}));
		const parameters = {
			returnAll: '={{ $json.returnAll }}',
			limit: '={{ $json.limit }}',
			simplify: random.chance(50),
			filters: type === undefined ? {} : { organisatieType: type },
		};
		const readings = items.map(({ returnAll, limit }) =>
			readsList({
				rows: asRows(rows),
				limit: returnAll ? undefined : limit,
				idOf: oinOf,
				view,
				movement,
			}),
		);
		return {
			parameters,
			items,
			readings,
			movable: movable(state),
			pages: count * size(rows.length),
		};
	},
};

const day = 86_400_000;

/** From the middle of a day without changes, so that the day itself doesn't matter. */
const getChanged: Cor = {
	node: 'cor',
	name: 'organisation.getChanged',
	group: 'list',
	methods: ['GET'],
	mostItems: 1,
	settings: (random) => ({ organisations: random.pick([30, 31, 95, 150]) }),
	prepare({ state, random, count, movement }) {
		const changes = state.organisations.map(({ laatstAangepastDatum }) =>
			Date.parse(laatstAangepastDatum),
		);
		const isFree = (since: number) => changes.every((at) => Math.abs(at - since) > day);
		let since = random.pick(changes) - day * 1.5;
		while (!isFree(since)) since -= day;
		const rows = state.organisations.filter((_, index) => changes[index] > since);
		return {
			parameters: { since: new Date(since).toISOString(), simplify: random.chance(50) },
			items: range(count).map(() => ({})),
			readings: range(count).map(() =>
				readsList({ rows: asRows(rows), idOf: oinOf, view, movement, isUnordered: true }),
			),
			movable: movable(state),
			pages: size(state.organisations.length),
		};
	},
};

const getLastChange: Cor = {
	node: 'cor',
	name: 'register.getLastChange',
	group: 'get',
	methods: ['GET'],
	mostItems: 3,
	prepare: ({ state, count }) => ({
		parameters: {},
		items: range(count).map(() => ({})),
		readings: range(count).map(
			() => (outputs) =>
				outputs.length === 1 && outputs[0].laatsteWijziging === toDateTime(state.lastChange)
					? undefined
					: `gave ${JSON.stringify(outputs).slice(0, 120)}, which is not the last change`,
		),
		pages: 0,
	}),
};

export const corOperations: Cor[] = [get, getAll, getChanged, getLastChange];
