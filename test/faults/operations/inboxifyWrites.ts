import type { IDataObject } from 'n8n-workflow';

import type { Contact } from '../../../sandbox';
import type { Random } from '../../../sandbox/data/random';
import { isUnsure } from '../ledger/itemReport';
import {
	contact,
	contactsOf,
	type Inboxify,
	LIST,
	list,
	personOf,
	placesOf,
	some,
	type State,
} from './inboxify';
import {
	fieldsOrColumns,
	type Group,
	type Preparation,
	range,
	share,
	type Target,
} from './operation';

const email = '={{ $json.email }}';

const fieldsFor = (random: Random): IDataObject => ({
	...list,
	email,
	...fieldsOrColumns(random, 'additionalFields', { firstName: '={{ $json.value }}' }),
});

const SCOPES = ['thisList', 'allLists'];

const optedOut = (one?: Contact): boolean => one?.unsubscribed === true || one?.bounced === true;

/** @param neverAdd whose opt-outs count; nobody's when absent */
function targetOf(
	state: State,
	indexes: number[],
	items: IDataObject[],
	neverAdd?: string,
): Target {
	const address = String(items[indexes[0]].email);
	const own = contactsOf(state).get(address);
	const places = {
		thisList: [own],
		allLists: state.lists.rows.map(({ contacts }) => contacts.get(address)),
	}[neverAdd ?? ''];
	if (places?.some(optedOut)) {
		const before = JSON.stringify(own);
		const isAdded = () => JSON.stringify(contactsOf(state).get(address)) !== before;
		return { kind: 'leftOut', items: indexes, isAdded };
	}
	// A contact is recognized by its new first name.
	const holder = () => {
		const value = contactsOf(state).get(address)?.firstName;
		return indexes.find((index) => items[index].value === value) ?? -1;
	};
	if (own) return { kind: 'changed', items: indexes, holder };
	const count = () => Number(contactsOf(state).has(address));
	return { kind: 'made', items: indexes, count, holder };
}

/** Who is in the list, has unsubscribed from a list, or bounced in one, each as often. */
function known(state: State, random: Random): () => string | undefined {
	const rows = random.shuffle(
		state.lists.rows.slice(0, 2).flatMap(({ contacts }) => contacts.rows),
	);
	const groups = [
		rows.filter((row) => row.list === LIST && !optedOut(row)),
		rows.filter(({ unsubscribed }) => unsubscribed),
		rows.filter(({ unsubscribed, bounced }) => bounced && !unsubscribed),
	];
	return () => random.pick(groups).pop()?.email;
}

/** Items for people, and which of them are for the same one. @param percent of people who are known */
function itemsFor(
	{ state, random, count, label }: Preparation<'inboxify'>,
	{ sharing, percent }: { sharing: number; percent: number },
): { items: IDataObject[]; records: number[][] } {
	const next = known(state, random);
	const items: IDataObject[] = [];
	const records = share(random, count, sharing);
	for (const [record, indexes] of records.entries()) {
		const address = (random.chance(percent) && next()) || `${label}.${record}@faults.example`;
		for (const index of indexes) items[index] = { email: address, value: `${label} ${index}` };
	}
	return { items, records };
}

const create = (name: string, isBulk: boolean, scopes: string[] = []): Inboxify => ({
	name,
	group: isBulk ? 'bulk' : 'create',
	methods: scopes.length > 0 ? ['GET', 'POST'] : ['POST'],
	isVague: isBulk,
	mostItems: isBulk ? 30 : 10,
	prepare(preparation) {
		const { state, random } = preparation;
		const overwrite = isBulk && random.chance(40);
		const neverAdd = random.pick(scopes);
		// Without overwriting the service refuses who is known, and the report must say so.
		const percent = neverAdd ? 50 : 15;
		const { items, records } = itemsFor(preparation, { sharing: 20, percent });
		const targets = records.map((indexes) => targetOf(state, indexes, items, neverAdd));
		const bulk = isBulk ? { batchSize: random.pick([1, 4, 10, 1000]), overwrite } : {};
		const parameters = { ...fieldsFor(random), options: { ...bulk, neverAdd } };
		const mayBeRefused = targets.some(({ kind }) => kind === 'changed');
		return { parameters, items, targets, mayBeRefused };
	},
});

const upsert: Inboxify = {
	name: 'contact.upsert',
	group: 'upsert',
	methods: ['GET', 'POST', 'PUT'],
	isVague: true,
	mostItems: 20,
	prepare(preparation) {
		const { state, random } = preparation;
		const neverAdd = random.pick([undefined, ...SCOPES]);
		const { items, records } = itemsFor(preparation, { sharing: 30, percent: 50 });
		const targets = records.map((indexes) => targetOf(state, indexes, items, neverAdd));
		const options = {
			neverAdd,
			batchSize: random.pick([1, 4, 10, 1000]),
			existing: random.pick(['keep', 'overwrite']),
		};
		return { parameters: { ...fieldsFor(random), options }, items, targets, pages: 1 };
	},
};

/** A list of which the input has a part, or nearly all. */
const sync: Inboxify = {
	...upsert,
	name: 'contact.sync',
	settings: (random) => ({ contacts: random.pick([0, 10, 40, 1100]) }),
	prepare(preparation) {
		const { state, random } = preparation;
		const options = {
			neverAdd: random.pick([undefined, ...SCOPES]),
			batchSize: random.pick([1, 4, 1000]),
			missing: random.pick(['keep', 'unsubscribe', 'delete']),
			mostRemoved: random.pick([0, 10, 60, 100]),
		};
		const contacts = contactsOf(state);
		const before = contacts.rows
			.filter(({ unsubscribed }) => !unsubscribed)
			.map((row) => row.email);
		const { items, records } = itemsFor(preparation, { sharing: 30, percent: 60 });
		const named = new Set(items.map((item) => item.email));
		const others = contacts.rows.filter((row) => !named.has(row.email));
		for (const row of others.slice(random.pick([1, 3, 9, 2000]))) {
			records.push([items.push({ email: row.email, value: row.firstName }) - 1]);
			named.add(row.email);
		}
		const hasError = random.chance(15);
		if (hasError) items.push({ email: 'no address', value: '' });
		const targets = records.map((indexes): Target => {
			const last = indexes.slice(-1);
			const { email: address, value } = items[last[0]];
			const own = contacts.get(String(address));
			// Who is in the list is added to nothing.
			const scope = own ? undefined : options.neverAdd;
			const target = targetOf(state, last, items, own?.unsubscribed ? 'thisList' : scope);
			if (!own) return { ...target, outcome: 'created' };
			return { ...target, outcome: own.firstName === value ? 'unchanged' : 'updated' };
		});

		const isGone = (address: string) =>
			options.missing === 'delete'
				? !contacts.has(address)
				: contacts.get(address)?.unsubscribed !== false;
		const removable = options.missing === 'keep' ? [] : before.filter((one) => !named.has(one));
		const isTooMany = removable.length * 100 > options.mostRemoved * before.length;
		return {
			parameters: { ...fieldsFor(random), options },
			items,
			targets,
			mayBeRefused: hasError || isTooMany,
			pages: Math.max(1, Math.ceil(contacts.size / 1000)),
			isExtra: ({ error, message, email: address, outcome }) =>
				error || message
					? /when removing/.test(`${error} ${message}`)
					: ['unsubscribed', 'deleted'].includes(String(outcome)) ||
						(address !== undefined && !named.has(String(address))),
			check({ items: reported, extras }) {
				const isFailed = reported.some(({ word }) => ['failed', 'unsure'].includes(word));
				const gone = before.filter(isGone);
				const isUnclear = extras.some(
					({ error, details }) =>
						error && (details as IDataObject | undefined)?.mayHaveBeenDone !== false,
				);
				const said = (address: string) => extras.find((one) => one.email === address);
				const problems = {
					'removed, which must not be': gone.filter(
						(one) => isFailed || isTooMany || !removable.includes(one),
					),
					'removed, but not said to be': gone.filter(
						(one) => !isUnclear && !said(one)?.success && !isUnsure(String(said(one)?.reason)),
					),
					'said to be removed': before.filter((one) => said(one)?.success && !isGone(one)),
				};
				return Object.entries(problems)
					.filter(([, addresses]) => addresses.length > 0)
					.map(([problem, addresses]) => `${problem}: ${addresses.slice(0, 3).join(', ')}`);
			},
		};
	},
};

const update: Inboxify = {
	name: 'contact.update',
	group: 'update',
	methods: ['PUT'],
	isVague: true,
	prepare({ state, random, count, label }) {
		const chosen = some(state, count, random.chance(50));
		const items = chosen.map(({ id }, index) => ({ id, value: `${label} ${index}` }));
		const targets = chosen.map<Target>(({ row }, index) => ({
			kind: 'changed',
			items: [index],
			holder: () => (row.firstName === items[index].value ? index : -1),
		}));
		const fields = fieldsOrColumns(random, 'updateFields', { firstName: '={{ $json.value }}' });
		return { parameters: { ...contact, ...fields }, items, targets };
	},
};

const remove: Inboxify = {
	name: 'contact.delete',
	group: 'delete',
	methods: ['DELETE'],
	prepare({ state, random, count }) {
		const chosen = some(state, count, random.chance(50));
		const targets = chosen.map<Target>(({ row }, index) => ({
			kind: 'gone',
			items: [index],
			isGone: () => !contactsOf(state).has(row.email),
		}));
		return { parameters: contact, items: chosen.map(({ id }) => ({ id })), targets };
	},
};

const bulk = (name: string, isGone: (state: State, email: string) => boolean): Inboxify => ({
	name,
	group: 'bulk',
	methods: ['POST'],
	isVague: true,
	mostItems: 30,
	prepare({ state, random, count }) {
		const rows = contactsOf(state).rows.filter(({ unsubscribed }) => !unsubscribed);
		const items: IDataObject[] = [];
		const targets = share(random, count, 20).map<Target>((indexes, record) => {
			const { email } = rows[record];
			for (const index of indexes) items[index] = { email };
			return { kind: 'gone', items: indexes, isGone: () => isGone(state, email) };
		});
		const options = { batchSize: random.pick([1, 4, 10, 1000]) };
		return { parameters: { ...list, email, options }, items, targets };
	},
});

const person = (name: string, group: Group, method: string): Inboxify => ({
	name: `person.${name}`,
	group,
	methods: ['GET', method],
	isVague: method === 'PUT',
	mostItems: 6,
	prepare({ state, count }) {
		const items = some(state, count, false).map((one) => ({ email: one.id }));
		for (const item of items) personOf(state, item.email);
		const left = (index: number) =>
			placesOf(state, items[index].email).filter(
				(place) => method === 'DELETE' || !place.contact.unsubscribed,
			);
		return {
			parameters: { email },
			items,
			targets: range(count).map((index) => ({
				kind: 'gone',
				items: [index],
				isGone: () => left(index).length === 0,
			})),
			check: ({ items: reported }) =>
				reported.flatMap(({ text = '' }, index) => {
					const said = /was done in: (.*?)\. Run/.exec(text)?.[1].split(', ') ?? [];
					return left(index)
						.filter((place) => said.includes(place.list))
						.map((place) => `item ${index} was not done in ${place.list}: ${text}`);
				}),
		};
	},
});

const tagWrite = (name: 'add' | 'delete'): Inboxify => ({
	name: `tag.${name}`,
	group: name === 'add' ? 'create' : 'delete',
	methods: [name === 'add' ? 'POST' : 'DELETE'],
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
		return { parameters, items: chosen.map(({ id }) => ({ id })), targets };
	},
});

export const inboxifyWrites: Inboxify[] = [
	create('contact.create', false),
	create('contact.bulkInsert', true),
	create('contact.create', false, SCOPES),
	create('contact.bulkInsert', true, SCOPES),
	upsert,
	sync,
	update,
	remove,
	bulk('contact.bulkDelete', (state, email) => !contactsOf(state).has(email)),
	bulk('contact.bulkUnsubscribe', (state, email) => contactsOf(state).get(email)!.unsubscribed),
	person('unsubscribe', 'update', 'PUT'),
	person('delete', 'delete', 'DELETE'),
	tagWrite('add'),
	tagWrite('delete'),
];
