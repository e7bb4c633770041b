import type { IDataObject } from 'n8n-workflow';

import { type Corlega, id, KEYS, type Kind, nounOf } from './corlega';
import { fieldsOrColumns, type Preparation, range, share, type Target } from './operation';

const pair = (name: string, value: string): IDataObject => ({
	bodyParameters: { parameters: [{ name, value }] },
});

const contactCreate: Corlega = {
	name: 'contact.create',
	group: 'create',
	methods: ['POST'],
	prepare({ state, random, count, label }) {
		// With an address Corlega refuses a second one, which would hide that it was sent. A number may
		// occur twice; then each of the equal items makes a contact of its own.
		const field = random.pick(['email', 'kvkNumber', undefined]);
		const items: IDataObject[] = [];
		const records = share(random, count, field === 'kvkNumber' ? 60 : 0);
		const rows = () => state.contacts.rows;
		const targets = records.map<Target>((indexes, record) => {
			const name = `${label} ${record}`;
			const email = `${label}.${record}@faults.example`;
			const kvkNumber = random.digits(8);
			for (const index of indexes) items[index] = { name, email, kvkNumber };
			return {
				kind: 'made',
				isOwn: true,
				items: indexes,
				count: () => rows().filter((row) => row.name === name).length,
			};
		});
		return {
			parameters: {
				name: '={{ $json.name }}',
				...fieldsOrColumns(
					random,
					'additionalFields',
					field ? { [field]: `={{ $json.${field} }}` } : {},
				),
			},
			items,
			targets,
			pages: Math.ceil(state.contacts.size / 100),
		};
	},
};

const documentCreate = (kind: 'quotes' | 'invoices'): Corlega => ({
	name: `${nounOf(kind)}.create`,
	group: 'create',
	methods: ['POST'],
	prepare({ state, count, label }) {
		const items = range(count).map((index) => ({ reference: `${label} ${index}` }));
		const targets = items.map<Target>(({ reference }, index) => ({
			kind: 'made',
			items: [index],
			count: () => state[kind].rows.filter((row) => row.reference === reference).length,
		}));
		return { parameters: pair('reference', '={{ $json.reference }}'), items, targets };
	},
});

/** Existing and new contacts, matched by either field. */
const contactUpsert: Corlega = {
	name: 'contact.upsert',
	group: 'upsert',
	methods: ['GET', 'POST', 'PATCH'],
	settings: (random) => ({ contacts: random.pick([0, 30, 130]), quotes: 0, invoices: 0 }),
	prepare({ state, random, count, label }) {
		const field = random.pick(KEYS);
		const known = random.shuffle(state.contacts.rows.filter((row) => row[field]));
		const items: IDataObject[] = [];
		const targets = share(random, count, 60).map<Target>((indexes, record) => {
			const row = random.chance(50) ? known.pop() : undefined;
			const fresh = field === 'email' ? `${label}.${record}@faults.example` : random.digits(8);
			const value = String(row?.[field] ?? fresh);
			for (const index of indexes) {
				items[index] = { value, name: `${label} ${index}`, phone: `${label}-${index}` };
			}
			const rows = () => state.contacts.rows.filter((other) => other[field] === value);
			const holder = () => indexes.findIndex((index) => rows()[0]?.phone === items[index].phone);
			const at = () => indexes[holder()] ?? -1;
			return row
				? { kind: 'changed', items: indexes, holder: at }
				: { kind: 'made', items: indexes, count: () => rows().length, holder: at };
		});
		const parameters = {
			matchOn: field,
			matchValue: '={{ $json.value }}',
			name: '={{ $json.name }}',
			...fieldsOrColumns(random, 'additionalFields', { phone: '={{ $json.phone }}' }),
		};
		return { parameters, items, targets, pages: Math.ceil(state.contacts.size / 100) };
	},
};

const changeable = ({ state, random, count }: Preparation<'corlega'>, kind: Kind) =>
	random.shuffle(state[kind].rows.filter(({ status }) => status !== 'paid')).slice(0, count);

const update = (kind: Kind): Corlega => ({
	name: `${nounOf(kind)}.update`,
	group: 'update',
	methods: kind === 'contacts' ? ['GET', 'PATCH'] : ['PATCH'],
	prepare(preparation) {
		const { random, state } = preparation;
		const mode = kind === 'contacts' ? random.pick(['id', ...KEYS]) : 'id';
		const rows = changeable(preparation, kind).filter((row) => row[mode]);
		const field = kind === 'contacts' ? 'phone' : 'reference';
		const items = rows.map((row, index) => ({
			id: row[mode] as string,
			value: `${preparation.label}-${index}`,
		}));
		const targets = rows.map<Target>((row, index) => ({
			kind: 'changed',
			items: [index],
			holder: () => (row[field] === items[index].value ? index : -1),
		}));
		const fields =
			kind === 'contacts'
				? fieldsOrColumns(random, 'updateFields', { phone: '={{ $json.value }}' })
				: pair(field, '={{ $json.value }}');
		const parameters = { ...id(`${nounOf(kind)}Id`, mode), ...fields };
		const pages = mode === 'id' ? 0 : Math.ceil(state[kind].size / 100);
		return { parameters, items, targets, pages };
	},
});

/** All items write to one record. */
const organizationUpdate: Corlega = {
	name: 'organization.update',
	group: 'update',
	methods: ['PATCH'],
	mostItems: 6,
	prepare({ state, count, label }) {
		const items = range(count).map((index) => ({ value: `${label} ${index}` }));
		const holder = () => items.findIndex(({ value }) => value === state.organization.invoiceFooter);
		return {
			parameters: { updateFields: { invoiceFooter: '={{ $json.value }}' } },
			items,
			targets: [{ kind: 'changed', items: range(count), holder }],
		};
	},
};

export const corlegaWrites: Corlega[] = [
	contactCreate,
	documentCreate('quotes'),
	documentCreate('invoices'),
	contactUpsert,
	update('contacts'),
	update('quotes'),
	update('invoices'),
	organizationUpdate,
];
