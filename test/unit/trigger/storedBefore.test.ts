import type { IDataObject } from 'n8n-workflow';

import { cor } from '../../../nodes/Cor/cor.service';
import { watchOrganisations } from '../../../nodes/Cor/watch';
import { corlega } from '../../../nodes/Corlega/corlega.service';
import { watchRecords } from '../../../nodes/Corlega/watch';
import { inboxify } from '../../../nodes/Inboxify/inboxify.service';
import { watchContacts } from '../../../nodes/Inboxify/watch/contacts';
import { readStaticData, writeStaticData } from '../../../nodes/shared/trigger/staticData';
import type { Watch } from '../../../nodes/shared/trigger/watch';
import { ListInMemory } from './ListInMemory';

/** Static data that workflows already hold: it must stay readable, so none of this may change. */

const scan = { number: 2, seen: 4, again: 4, fresh: 0, lastSeen: 4 };

/** Corlega's list of 4, of which the first page of 3 was read again. */
const corlegaList = (events: string[]) => ({
	wasSound: true,
	events,
	joining: [],
	reading: {
		...scan,
		number: 4,
		seen: 3,
		again: 3,
		nextPage: 2,
		read: 3,
		total: 4,
		least: 4,
		shrank: false,
	},
	snapshot: {
		records: 'ypeBEsobYPZafBABEPiPoFgA5kn5lrQABELn0sA6lQWc-CD2ACEGKw-c0PwOdV_A9ACD',
		statuses: ['"concept"', '"betaald"'],
	},
});

const CORLEGA = {
	turn: 1,
	lists: { contacts: corlegaList(['contactCreated']), quotes: corlegaList(['quoteStatusChanged']) },
};

const INBOXIFY = {
	contactAdded: {
		readAt: 1772323200000,
		latest: '2026-01-04',
		reading: scan,
		snapshot: {
			records: 'GKw-c0PwRBNvo1AACLn0sA6lQRBNvo1AACPiPoFgA5RBNvo1AACypeBEsobRBNvo1AAC',
			statuses: [],
		},
	},
	contactBounced: {
		readAt: 1772323200000,
		reading: { ...scan, seen: 1, again: 1, lastSeen: 1 },
		snapshot: { records: 'PiPoFgA5RBNvo1AAC', statuses: [] },
	},
};

const COR = {
	changedAt: 1767225600000,
	quietFrom: 1767225720000,
	isRead: true,
	events: ['organisationAdded', 'organisationWithdrawn'],
	reading: scan,
	snapshot: {
		records: 'a4ayc_80bkXq6LABC1HNeOiZeZHmegtABCTgdAhWK-yUwR-OABCSyJ3d9TdBYgwyBABC',
		statuses: ['"Actief"'],
	},
};

/** Polls twice. @returns what was emitted */
async function emittedFrom(saved: IDataObject, watch: Watch, list: ListInMemory) {
	const before = JSON.stringify(saved);
	const first = await watch.changes(list.poll(), saved);
	expect(JSON.stringify(saved)).toBe(before);
	const second = await watch.changes(list.poll(), first.state);
	return [...first.emitted, ...second.emitted].map(
		({ record: { id, oin }, event }) => `${event} ${id ?? oin}`,
	);
}

test('Corlega: the scan goes on, and changes are emitted once', async () => {
	const list = new ListInMemory(corlega.paging);
	list.records = ['a', 'b', 'c', 'd'].map((id) => ({
		id,
		status: id < 'c' ? 'concept' : 'betaald',
	}));
	const watch = watchRecords(['contactCreated', 'quoteStatusChanged'], 3_600_000);
	expect(await emittedFrom(CORLEGA, watch, list)).toEqual([]);

	list.records[0].status = 'verzonden';
	list.records.push({ id: 'e', status: 'concept' });
	const emitted = await emittedFrom(CORLEGA, watch, list);
	expect(emitted).toEqual(['contactCreated e', 'quoteStatusChanged a']);
});

test('Inboxify: changes are emitted once', async () => {
	jest.spyOn(Date, 'now').mockReturnValue(INBOXIFY.contactAdded.readAt);
	const list = new ListInMemory(inboxify.paging, (records) => [...records].reverse());
	list.records = ['a', 'b', 'c', 'd', 'e'].map((id, index) => ({
		id,
		registrationDate: `2026-01-0${index + 1}`,
		bounced: id === 'b' || id === 'c',
	}));
	const watch = watchContacts('lijst', ['contactAdded', 'contactBounced']);
	expect(await emittedFrom(INBOXIFY, watch, list)).toEqual(['contactAdded e', 'contactBounced c']);

	const { contactAdded } = INBOXIFY;
	list.onPage = (page) => expect(page).toBe(0);
	list.size = 4;
	const added = watchContacts('lijst', ['contactAdded']);
	expect(await emittedFrom({ contactAdded }, added, list)).toEqual(['contactAdded e']);
	jest.restoreAllMocks();
});

test('COR: changes are emitted once, and only where the register has changed', async () => {
	const list = new ListInMemory(cor.paging);
	list.records = ['1', '2', '3', '4'].map((oin) => ({
		oin,
		naam: `Naam ${oin}`,
		status: 'Actief',
	}));
	const watch = watchOrganisations(['organisationAdded', 'organisationWithdrawn']);
	list.onPage = () => {
		throw new Error('The list is read.');
	};
	expect(await emittedFrom(COR, watch, list)).toEqual([]);

	list.onPage = () => {};
	list.lastChange += 1000;
	list.records[3].status = 'Ingetrokken';
	list.records.push({ oin: '5', naam: 'Naam 5', status: 'Actief' });
	const emitted = await emittedFrom(COR, watch, list);
	expect(emitted).toEqual(['organisationWithdrawn 4', 'organisationAdded 5']);
});

const STORED = {
	version: 2,
	subject: 'lists account',
	serial: 3,
	state: CORLEGA,
	check: 'CfFlh7bAQtvfOmyo',
};

test('what surrounds a state stays the same', () => {
	const saved = readStaticData(STORED, 'lists account');
	expect(saved).toEqual({ serial: 3, state: CORLEGA });
	const data = { other: 1 };
	writeStaticData(data, 'lists account', saved!);
	expect(data).toEqual(STORED);
});

/** Without the last characters of the records. */
const cutOff = (characters: number): IDataObject =>
	JSON.parse(
		JSON.stringify(STORED, (key, value: unknown) =>
			key === 'records' && typeof value === 'string' ? value.slice(0, -characters) : value,
		),
	) as IDataObject;

// What another version, a broken disk or an edit in the database may leave.
test.each<[string, IDataObject]>([
	['nothing', {}],
	['a state of null', { ...STORED, state: null }],
	['a state that is text', { ...STORED, state: 'kapot' }],
	['a state that is a list', { ...STORED, state: [] }],
	['a state without its parts', { ...STORED, state: {} }],
	['a state that was cut off', cutOff(20)],
	['a state that was cut off between two records', cutOff(34)],
	['a state of another version', { ...STORED, version: 1 }],
	['what the first version stored', { subject: 'contacts', state: { ids: ['1', '2'] } }],
	["a count that isn't a number", { ...STORED, serial: 'x' }],
	['other names', { lastChecked: '2026-01-01', known: null }],
])('%s is not read', (_, data) => {
	expect(readStaticData(data, 'lists account')).toBeUndefined();
});
