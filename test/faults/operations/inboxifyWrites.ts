import type { IDataObject } from 'n8n-workflow';

import type { Contact } from '../../../sandbox';
import { contact, contactsOf, few, type Inboxify, list, some, type State } from './inboxify';
import { share, type Target } from './operation';

const fields = {
	email: '={{ $json.email }}',
	additionalFields: { firstName: '={{ $json.value }}' },
};

const made = (state: State, email: string, indexes: number[]): Target & { kind: 'made' } => ({
	kind: 'made',
	items: indexes,
	count: () => Number(contactsOf(state).has(email)),
});

/** A contact that is recognized by its new first name. */
const changed = (
	state: State,
	email: string,
	indexes: number[],
	items: IDataObject[],
): Target & { kind: 'changed' } => ({
	kind: 'changed',
	items: indexes,
	holder() {
		const value = contactsOf(state).get(email)?.firstName;
		return indexes.find((index) => items[index].value === value) ?? -1;
	},
});

const create = (name: string, isBulk: boolean): Inboxify => ({
	node: 'inboxify',
	name,
	group: isBulk ? 'bulk' : 'create',
	methods: ['POST'],
	isVague: isBulk,
	mostItems: isBulk ? 30 : 10,
	settings: () => few,
	prepare({ state, random, count, label }) {
		const overwrite = isBulk && random.chance(40);
		const known = random.shuffle([...contactsOf(state).rows]);
		const items: IDataObject[] = [];
		const targets = share(random, count, 20).map<Target>((indexes, record) => {
			// Without overwriting the service refuses it, and the report must say so.
			const row = random.chance(15) ? known.pop() : undefined;
			const email = row?.email ?? `${label}.${record}@faults.example`;
			for (const index of indexes) items[index] = { email, value: `${label} ${index}` };
			return row ? changed(state, email, indexes, items) : made(state, email, indexes);
		});
		const options = isBulk ? { batchSize: random.pick([1, 4, 10, 1000]), overwrite } : {};
		const parameters = { ...list, ...fields, options };
		const mayBeRefused = targets.some(({ kind }) => kind === 'changed');
		return { parameters, items, targets, mayBeRefused, pages: 0 };
	},
});

const upsert: Inboxify = {
	node: 'inboxify',
	name: 'contact.upsert',
	group: 'upsert',
	methods: ['GET', 'POST', 'PUT'],
	isVague: true,
	mostItems: 20,
	settings: () => few,
	prepare({ state, random, count, label }) {
		const known = random.shuffle([...contactsOf(state).rows]);
		const items: IDataObject[] = [];
		const targets = share(random, count, 30).map<Target>((indexes, record) => {
			const row = random.chance(50) ? known.pop() : undefined;
			const email = row?.email ?? `${label}.${record}@faults.example`;
			for (const index of indexes) items[index] = { email, value: `${label} ${index}` };
			const target = changed(state, email, indexes, items);
			return row ? target : { ...target, ...made(state, email, indexes) };
		});
		const options = {
			batchSize: random.pick([1, 4, 10, 1000]),
			existing: random.pick(['keep', 'overwrite']),
		};
		return { parameters: { ...list, ...fields, options }, items, targets, pages: 1 };
	},
};

const update: Inboxify = {
	node: 'inboxify',
	name: 'contact.update',
	group: 'update',
	methods: ['PUT'],
	isVague: true,
	mostItems: 10,
	settings: () => few,
	prepare({ state, random, count, label }) {
		const chosen = some(state, count, random.chance(50));
		const items = chosen.map(({ id }, index) => ({ id, value: `${label} ${index}` }));
		const targets = chosen.map<Target>(({ row }, index) => ({
			kind: 'changed',
			items: [index],
			holder: () => (row.firstName === items[index].value ? index : -1),
		}));
		const updateFields = { firstName: '={{ $json.value }}' };
		return { parameters: { ...contact, updateFields }, items, targets, pages: 0 };
	},
};

const remove: Inboxify = {
	node: 'inboxify',
	name: 'contact.delete',
	group: 'delete',
	methods: ['DELETE'],
	mostItems: 10,
	settings: () => few,
	prepare({ state, random, count }) {
		const chosen = some(state, count, random.chance(50));
		const targets = chosen.map<Target>(({ row }, index) => ({
			kind: 'gone',
			items: [index],
			isGone: () => !contactsOf(state).has(row.email),
		}));
		return { parameters: contact, items: chosen.map(({ id }) => ({ id })), targets, pages: 0 };
	},
};

const bulk = (name: string, isGone: (state: State, email: string) => boolean): Inboxify => ({
	node: 'inboxify',
	name,
	group: 'bulk',
	methods: ['POST'],
	isVague: true,
	mostItems: 30,
	settings: () => few,
	prepare({ state, random, count }) {
		const rows = contactsOf(state).rows.filter(({ unsubscribed }) => !unsubscribed);
		const items: IDataObject[] = [];
		const targets = share(random, count, 20).map<Target>((indexes, record) => {
			const { email } = rows[record];
			for (const index of indexes) items[index] = { email };
			return { kind: 'gone', items: indexes, isGone: () => isGone(state, email) };
		});
		const options = { batchSize: random.pick([1, 4, 10, 1000]) };
		return { parameters: { ...list, email: fields.email, options }, items, targets, pages: 0 };
	},
});

const tagWrite = (name: 'add' | 'delete'): Inboxify => ({
	node: 'inboxify',
	name: `tag.${name}`,
	group: name === 'add' ? 'create' : 'delete',
	methods: [name === 'add' ? 'POST' : 'DELETE'],
	mostItems: 10,
	settings: () => few,
	prepare({ state, random, count, label }) {
		const chosen = some(state, count, random.chance(50));
		const has = (row: Contact) => row.tags.includes(label);
		if (name === 'delete') for (const { row } of chosen) row.tags = [label, ...row.tags];
		const targets = chosen.map<Target>(({ row }, index) =>
			name === 'add'
				? {
						kind: 'made',
						items: [index],
						count: () => row.tags.filter((tag) => tag === label).length,
					}
				: { kind: 'gone', items: [index], isGone: () => !has(row) },
		);
		const parameters = { ...contact, [name === 'add' ? 'tags' : 'tag']: label };
		return { parameters, items: chosen.map(({ id }) => ({ id })), targets, pages: 0 };
	},
});

export const inboxifyWrites: Inboxify[] = [
	create('contact.create', false),
	create('contact.bulkInsert', true),
	upsert,
	update,
	remove,
	bulk('contact.bulkDelete', (state, email) => !contactsOf(state).has(email)),
	bulk('contact.bulkUnsubscribe', (state, email) => contactsOf(state).get(email)!.unsubscribed),
	tagWrite('add'),
	tagWrite('delete'),
];
