import type { Organisation, StateOf } from '../../../sandbox';
import { byId } from '../../../tools/engine/locator';
import { plain, toDateTime } from '../../../sandbox/cor/state/organisation';
import { type Movable, type Listed, range } from './operation';
import { readsList } from './reading';

type State = StateOf<'cor'>;
type Cor = Listed<'cor'>;
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
	name: 'organisation.get',
	group: 'get',
	mostItems: 6,
	prepare({ state, random, count, movement }) {
		const chosen = range(count).map(() => random.pick(state.organisations));
		return {
			parameters: { oin: byId('={{ $json.id }}') },
			items: chosen.map(({ oin }) => ({ id: oin })),
			readings: chosen.map((one) =>
				readsList({ rows: asRows([one]), idOf: oinOf, view, movement }),
			),
		};
	},
};

const size = (count: number): number => Math.max(1, Math.ceil(count / 30));

const getAll: Cor = {
	name: 'organisation.getAll',
	group: 'list',
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
	name: 'organisation.getChanged',
	group: 'list',
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
			readings: range(count).map(() =>
				readsList({ rows: asRows(rows), idOf: oinOf, view, movement, isUnordered: true }),
			),
			movable: movable(state),
			pages: size(state.organisations.length),
		};
	},
};

const getLastChange: Cor = {
	name: 'register.getLastChange',
	group: 'get',
	mostItems: 3,
	prepare: ({ state, count }) => ({
		parameters: {},
		readings: range(count).map(
			() => (outputs) =>
				outputs.length === 1 && outputs[0].laatsteWijziging === toDateTime(state.lastChange)
					? undefined
					: `gave ${JSON.stringify(outputs).slice(0, 120)}, which is not the last change`,
		),
	}),
};

/** One item searches, several read the register; both must find the same. */
const match: Cor = {
	name: 'organisation.match',
	group: 'get',
	mostItems: 3,
	settings: (random) => ({ organisations: random.pick([30, 95]) }),
	prepare({ state, random, count }) {
		const chosen = range(count).map(() => random.pick(state.organisations));
		return {
			parameters: { oin: '={{ $json.oin }}', kvkNumber: '={{ $json.kvkNumber }}' },
			items: chosen.map(({ oin, kvkNummer }) =>
				kvkNummer !== null && random.chance(50) ? { kvkNumber: kvkNummer } : { oin },
			),
			readings: chosen.map(({ oin }) => ([output, ...others]) => {
				const found = (output?.match as Row | null | undefined)?.oin;
				if (others.length === 0 && found === oin) return undefined;
				return `gave ${JSON.stringify(output).slice(0, 120)}, which is not ${oin}`;
			}),
			pages: count > 1 ? size(state.organisations.length) : 0,
		};
	},
};

/** A copy in which some names differ, and others are missing. */
const compare: Cor = {
	name: 'organisation.compare',
	group: 'list',
	mostItems: 4,
	settings: (random) => ({ organisations: random.pick([30, 31, 95]) }),
	prepare({ state, random, count, movement }) {
		const rows = random.shuffle([...state.organisations]).slice(0, count);
		const items = rows.map(({ oin, naam }) => ({ oin, naam: random.chance(50) ? naam : 'Was' }));
		const added = state.organisations.filter((one) => !rows.includes(one)).map(({ oin }) => oin);
		const expected = items.map(({ oin, naam }, index) => [
			...(naam === 'Was' ? [`changed ${oin}`] : []),
			...(index === items.length - 1 ? added.map((one) => `added ${one}`) : []),
		]);
		return {
			parameters: {},
			items,
			readings: expected.map((wanted) => (outputs) => {
				const { left, joined } = movement;
				const given = outputs.map(({ change, oin }) => `${change} ${oin}`);
				const differing = [
					...wanted.filter((one) => !given.includes(one)),
					...given.filter((one) => !wanted.includes(one)),
				].filter((one) => ![...left, ...joined].some((oin) => one.endsWith(oin)));
				// Of those that leave and join between the same two answers, others can be hidden.
				const hidden = 2 * Math.min(left.size, joined.size);
				if (differing.length <= hidden) return undefined;
				return `has other differences: ${differing.slice(0, 3).join(', ')}`;
			}),
			movable: movable(state),
			pages: size(state.organisations.length),
		};
	},
};

export const corOperations: Cor[] = [get, getAll, getChanged, match, compare, getLastChange];
