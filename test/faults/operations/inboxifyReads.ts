import type { IDataObject } from 'n8n-workflow';

import { newContact } from '../../../sandbox/inboxify/state/contact';
import {
	contact,
	type Contacts,
	contactsOf,
	type Inboxify,
	LIST,
	list,
	personOf,
	some,
	type State,
} from './inboxify';
import { equals, type Movable, range } from './operation';
import { readsList, readsOne } from './reading';

const get: Inboxify = {
	name: 'contact.get',
	group: 'get',
	prepare({ state, random, count }) {
		const chosen = some(state, count, random.chance(50));
		return {
			parameters: { ...contact, simplify: false },
			items: chosen.map(({ id }) => ({ id })),
			readings: chosen.map(({ row }) => readsOne(row)),
		};
	},
};

const movable = (contacts: Contacts): Movable => ({
	ids: () => contacts.rows.map(({ id }) => id),
	remove: (id) => void contacts.delete(contacts.findBySecondKey(id)!.email),
	add(id, at) {
		const others = at === 'front' ? [...contacts.rows] : [];
		if (at === 'front') contacts.clear();
		const email = `${id}@joined.example`;
		contacts.set(email, newContact(id, LIST, { email }, '2026-11-23T00:00:00'));
		for (const other of others) contacts.set(other.email, other);
	},
});

const getAll: Inboxify = {
	name: 'contact.getAll',
	group: 'list',
	mostItems: 2,
	settings: (random) => ({ contacts: random.pick([0, 1, 300, 1000, 1001, 2100]) }),
	prepare({ state, random, count, movement, isMoving }) {
		const contacts = contactsOf(state);
		const [sort, unsubscribed, offset] = isMoving
			? ['ASC', 'all', 0]
			: [
					random.pick(['ASC', 'DESC']),
					random.pick(['all', 'only', 'exclude']),
					random.pick([0, 7]),
				];
		const rows = contacts.rows.filter(
			(row) => unsubscribed === 'all' || row.unsubscribed === (unsubscribed === 'only'),
		);
		if (sort === 'DESC') rows.reverse();
		const country = random.pick(['', 'BEL']);
		const items = range(count).map(() => ({
			returnAll: random.chance(60),
			limit: random.pick([1, 20, 1000, 1500]),
		}));
		const parameters = {
			...list,
			returnAll: '={{ $json.returnAll }}',
			limit: '={{ $json.limit }}',
			simplify: false,
			conditions: country ? equals('countryCode', country) : {},
			options: { sort, unsubscribed, offset },
		};
		const readings = items.map(({ returnAll, limit }) =>
			readsList({
				rows: rows
					.slice(offset as number)
					.filter(({ countryCode }) => !country || countryCode === country),
				limit: returnAll ? undefined : limit,
				idOf: (entry) => String(entry.id),
				movement,
			}),
		);
		const pages = count * Math.max(1, Math.ceil(contacts.size / 1000));
		return { parameters, items, readings, movable: movable(contacts), pages };
	},
};

const readAll = (
	name: string,
	parameters: IDataObject,
	rowsOf: (state: State, index: number) => IDataObject[],
): Inboxify => ({
	name,
	group: 'list',
	mostItems: 4,
	prepare({ state, count, movement }) {
		const chosen = some(state, count, false);
		return {
			parameters: { ...parameters, returnAll: true },
			items: chosen.map(({ id }) => ({ id })),
			readings: range(chosen.length).map((index) =>
				readsList({ rows: rowsOf(state, index), idOf: (row) => JSON.stringify(row), movement }),
			),
		};
	},
});

export const inboxifyReads: Inboxify[] = [
	get,
	getAll,
	readAll('tag.getAll', contact, (state, index) =>
		contactsOf(state).rows[index].tags.map((tag) => ({ tag })),
	),
	readAll('contact.count', list, (state) => [{ count: contactsOf(state).size }]),
	readAll('person.get', { email: '={{ $json.id }}' }, (state, index) => [
		personOf(state, contactsOf(state).rows[index].email),
	]),
	readAll('list.getAll', {}, ({ lists }) => lists.rows.map(({ id, name }) => ({ id, list: name }))),
];
