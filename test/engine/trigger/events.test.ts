import type { IDataObject } from 'n8n-workflow';

import { byName } from '../../../tools/engine/locator';
import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { sharedWorld } from '../../../tools/engine/world';
import { type Mode, modes, ModeTrigger } from './ModeTrigger';

const world = sharedWorld({
	corlega: { contacts: 250, quotes: 150, invoices: 350, limit: null },
	inboxify: { contacts: 1100 },
	cor: { organisations: 60 },
});

const LIST = 'Webshopklanten';
const contacts = () => world.sandbox.inboxify.lists.get(LIST)!;
const rowsOf = (table: 'contacts' | 'quotes' | 'invoices') =>
	world.sandbox.corlega[table].rows as unknown as IDataObject[];
const organisation = (index: number) => world.sandbox.cor.organisations[index];

/** The event and the record of each item. */
const summaryOf = (items: IDataObject[]) =>
	items.map(({ event, id, email, oin }) => `${String(event)} ${String(oin ?? email ?? id)}`);

const corlega = (events: string[], budget?: number) =>
	new PolledTrigger(
		'corlega',
		{ events, options: { share: 100 } },
		world.credentials('corlega'),
		budget,
	);
const inboxify = (events: string[]) =>
	new PolledTrigger('inboxify', { events, list: byName(LIST) }, world.credentials('inboxify'));
const cor = (events: string[]) => new PolledTrigger('cor', { events }, world.credentials('cor'));

/** Paths of the requests of a poll, each with how often it was requested. */
async function requestsOf(trigger: PolledTrigger, service: 'corlega' | 'inboxify' | 'cor') {
	world.clear();
	await trigger.poll();
	const counts: Record<string, number> = {};
	for (const { path } of world.sandbox[service].requests) counts[path] = (counts[path] ?? 0) + 1;
	return counts;
}

let moments = 0;

/** Changes an organisation, each time at another second: the register's times have no fractions. */
function change(index: number, fields: { naam?: string; status?: string }): string {
	const { oin } = organisation(index);
	const at = new Date(Date.parse('2026-11-20T00:00:00Z') + ++moments * 1000);
	world.sandbox.cor.change(oin, fields as never, at);
	return oin;
}

describe('a poll reads each list once for all events', () => {
	test('Corlega: eight events, three lists', async () => {
		const trigger = corlega([
			'contactCreated',
			'contactUpdated',
			'invoiceCreated',
			'invoiceStatusChanged',
			'invoiceUpdated',
			'quoteCreated',
			'quoteStatusChanged',
			'quoteUpdated',
		]);
		await trigger.poll();

		expect(await requestsOf(trigger, 'corlega')).toEqual({
			'/contacts': 3,
			'/quotes': 2,
			'/invoices': 4,
		});
	});

	test('Inboxify: all events', async () => {
		const trigger = inboxify(['contactAdded', 'contactBounced', 'contactUnsubscribed']);
		await trigger.poll();

		expect(await requestsOf(trigger, 'inboxify')).toEqual({ [`/contacts/${LIST}`]: 2 });
	});

	test('Inboxify: of a long list the first page, and those who unsubscribed', async () => {
		const trigger = inboxify(['contactAdded', 'contactUnsubscribed']);
		await trigger.poll();
		await requestsOf(trigger, 'inboxify');

		const queries = world.sandbox.inboxify.requests.map(({ query }) => query.unsubscribed);
		expect(queries).toEqual([undefined, 'True']);
	});

	test('COR: all events', async () => {
		const trigger = cor(['organisationAdded', 'organisationChanged', 'organisationWithdrawn']);
		await trigger.poll();
		change(0, { naam: 'Anders' });

		expect(await requestsOf(trigger, 'cor')).toEqual({
			'/laatsteWijziging': 1,
			'/organisaties': Math.ceil(world.sandbox.cor.organisations.length / 30),
		});
	});
});

describe('each item has its event', () => {
	test('a change that is two events is reported as both', async () => {
		const trigger = corlega(['invoiceUpdated', 'invoiceStatusChanged']);
		await trigger.poll();
		const [row] = rowsOf('invoices');
		const from = row.status;
		row.status = 'betaald';

		expect(await trigger.poll()).toEqual([
			{ ...row, from, to: 'betaald', event: 'invoiceStatusChanged' },
			{ ...row, event: 'invoiceUpdated' },
		]);
	});

	test('of Inboxify', async () => {
		const trigger = inboxify(['contactUnsubscribed', 'contactBounced', 'contactAdded']);
		await trigger.poll();
		const { email } = contacts().add({ email: 'gebeurtenis@voorbeeld.nl' });
		const [first, second] = contacts().contacts.rows.filter(
			({ bounced, unsubscribed }) => !bounced && !unsubscribed,
		);
		first.bounced = second.unsubscribed = true;

		expect(summaryOf(await trigger.poll())).toEqual([
			`contactAdded ${email}`,
			`contactBounced ${first.email}`,
			`contactUnsubscribed ${second.email}`,
		]);
	});

	test.each([1, '1', 'True'])('of Inboxify, where true is written as %j', async (yes) => {
		const trigger = inboxify(['contactUnsubscribed', 'contactBounced']);
		await trigger.poll();
		const [first, second] = contacts().contacts.rows.filter(
			({ bounced, unsubscribed }) => !bounced && !unsubscribed,
		);
		Object.assign(first, { bounced: yes });
		Object.assign(second, { unsubscribed: yes });
		const reported = await trigger.poll();
		// The other tests share the list.
		first.bounced = second.unsubscribed = false;

		expect(summaryOf(reported)).toEqual([
			`contactBounced ${first.email}`,
			`contactUnsubscribed ${second.email}`,
		]);
	});

	test('of COR', async () => {
		const trigger = cor(['organisationWithdrawn', 'organisationChanged']);
		await trigger.poll();
		const renamed = change(1, { naam: 'Nog anders' });
		const withdrawn = change(
			world.sandbox.cor.organisations.findIndex(({ status }) => status === 'Actief'),
			{ status: 'Ingetrokken' },
		);

		expect(summaryOf(await trigger.poll()).sort()).toEqual([
			`organisationChanged ${renamed}`,
			`organisationWithdrawn ${withdrawn}`,
		]);
	});
});

/** Triggers of one event, with another that is added later, and what happens. */
const pairs: Array<[string, Pair]> = [
	[
		'Corlega, of the same list',
		{
			service: 'corlega',
			parameters: {},
			events: ['contactCreated', 'contactUpdated'],
			first: () => create('contacts'),
			second: (number) => touch('contacts', number),
		},
	],
	[
		'Corlega, of another list',
		{
			service: 'corlega',
			parameters: {},
			events: ['contactCreated', 'invoiceUpdated'],
			first: () => create('contacts'),
			second: (number) => touch('invoices', number),
		},
	],
	[
		'Inboxify',
		{
			service: 'inboxify',
			parameters: { list: byName(LIST) },
			events: ['contactAdded', 'contactUnsubscribed'],
			first: () => contacts().add({ email: `erbij${++created}@voorbeeld.nl` }).email,
			second: (number) => unsubscribe(number),
		},
	],
	[
		'Inboxify, of other scans',
		{
			service: 'inboxify',
			parameters: { list: byName(LIST) },
			events: ['contactUnsubscribed', 'contactBounced'],
			first: (number) => unsubscribe(number),
			second: (number) => {
				const contact = contacts().contacts.rows.filter(({ bounced }) => !bounced)[number];
				contact.bounced = true;
				return contact.email;
			},
		},
	],
	[
		'COR',
		{
			service: 'cor',
			parameters: {},
			events: ['organisationChanged', 'organisationWithdrawn'],
			first: (number) => change(44 + number, { naam: `Naam ${moments}` }),
			second: () =>
				change(
					world.sandbox.cor.organisations.findIndex(({ status }) => status === 'Actief'),
					{ status: 'Ingetrokken' },
				),
		},
	],
];

interface Pair {
	service: 'corlega' | 'inboxify' | 'cor';
	parameters: IDataObject;
	/** The one that is watched from the start, and the one that is added. */
	events: [first: string, second: string];
	/** Something happens that the event is about. @returns the record, as in `summaryOf` */
	first(number: number): string;
	second(number: number): string;
}

let created = 0;

function create(table: 'contacts' | 'quotes'): string {
	const id = `01CREATED${++created}`;
	world.sandbox.corlega[table].set(id, { id, name: 'Nieuw' } as never);
	return id;
}

function touch(table: 'contacts' | 'invoices', index: number): string {
	const row = rowsOf(table)[index];
	row.note = `${String(row.note ?? '')}.`;
	return String(row.email ?? row.id);
}

function unsubscribe(index: number): string {
	const contact = contacts().contacts.rows.filter(({ unsubscribed }) => !unsubscribed)[index];
	contact.unsubscribed = true;
	return contact.email;
}

describe.each<Mode>(modes)('%s: the events of an active trigger change', (mode) => {
	describe.each(pairs)('%s', (_, { service, parameters, events, first, second }) => {
		const [one, other] = events;
		const start = async (...chosen: string[]) => {
			const all = { ...parameters, events: chosen };
			const trigger = new ModeTrigger(mode, service, all, world.credentials(service));
			await trigger.activate();
			await trigger.tick();
			trigger.reported.length = 0;
			return trigger;
		};
		const choose = async (trigger: ModeTrigger, ...chosen: string[]) =>
			await trigger.change({ ...parameters, events: chosen });

		test('one that is added reports nothing old, and the other goes on', async () => {
			const trigger = await start(one);
			// Seen by a poll, which doesn't report it.
			second(0);
			await trigger.tick();
			second(1);
			const expected = [`${one} ${first(2)}`];
			await choose(trigger, one, other);
			await trigger.tick();
			expect(summaryOf(trigger.reported)).toEqual(expected);

			expected.push(`${one} ${first(3)}`, `${other} ${second(4)}`);
			await trigger.tick();
			expect(summaryOf(trigger.reported).sort()).toEqual(expected.sort());
		});

		test('one that is removed and added again reports nothing from the time between', async () => {
			const trigger = await start(one, other);
			const expected = [`${one} ${first(5)}`, `${other} ${second(6)}`];
			await trigger.tick();
			await choose(trigger, one);
			second(7);
			expected.push(`${one} ${first(8)}`);
			await trigger.tick();
			second(9);
			await choose(trigger, one, other);
			await trigger.tick();
			expected.push(`${other} ${second(10)}`);
			await trigger.tick();

			expect(summaryOf(trigger.reported).sort()).toEqual(expected.sort());
		});

		test('one that replaces the other reports nothing old', async () => {
			const trigger = await start(one);
			second(11);
			await choose(trigger, other);
			await trigger.tick();
			expect(trigger.reported).toEqual([]);

			first(12);
			const expected = `${other} ${second(13)}`;
			await trigger.tick();
			expect(summaryOf(trigger.reported)).toEqual([expected]);
		});

		test('n8n restarts after one was added, and both are reported', async () => {
			const trigger = await start(one);
			await choose(trigger, one, other);
			await trigger.tick();
			const expected = [`${one} ${first(14)}`, `${other} ${second(15)}`];
			await trigger.restart();
			await trigger.tick();

			expect(summaryOf(trigger.reported).sort()).toEqual(expected.sort());
		});
	});
});

describe('lists that are too long for one poll', () => {
	const all = ['contactUpdated', 'invoiceUpdated', 'quoteUpdated'];

	/** Polls that have time for one page of each list. */
	const poll = async (trigger: PolledTrigger, count: number) => {
		const items: IDataObject[] = [];
		for (let each = 0; each < count; each++) items.push(...(await trigger.poll()));
		return summaryOf(items);
	};

	test('each goes on in each poll', async () => {
		const trigger = corlega(all, 0);
		expect(await requestsOf(trigger, 'corlega')).toEqual({
			'/contacts': 1,
			'/quotes': 1,
			'/invoices': 1,
		});
		expect(await poll(trigger, 5)).toEqual([]);
		const expected = [
			`contactUpdated ${touch('contacts', 220)}`,
			`invoiceUpdated ${touch('invoices', 320)}`,
		];

		expect((await poll(trigger, 8)).sort()).toEqual(expected.sort());
	});

	test('an event that is added in the middle of a scan reports nothing old', async () => {
		const before = corlega(['contactCreated'], 0);
		await poll(before, 5);
		const trigger = corlega(['contactCreated', 'contactUpdated'], 0);
		trigger.restore(before.state);
		// Before the next page of the scan, and after it.
		touch('contacts', 5);
		touch('contacts', 225);
		expect(await poll(trigger, 4)).toEqual([]);
		const expected = [touch('contacts', 5), touch('contacts', 225)];

		expect((await poll(trigger, 6)).sort()).toEqual(
			expected.map((record) => `contactUpdated ${record}`).sort(),
		);
	});
});

test("if one list can't be read, the others report nothing, and everything later", async () => {
	const trigger = corlega(['contactCreated', 'invoiceUpdated']);
	await trigger.poll();
	const expected = [
		`contactCreated ${create('contacts')}`,
		`invoiceUpdated ${touch('invoices', 7)}`,
	];
	world.sandbox.corlega.faults.push({ match: { path: /^\/invoices/ }, status: 403 });
	await expect(trigger.poll()).rejects.toThrow('403');

	expect(summaryOf(await trigger.poll()).sort()).toEqual(expected.sort());
});

test.each([
	['corlega', {}],
	['inboxify', { list: byName(LIST) }],
	['cor', {}],
] as const)('%s: no event and an unknown event are errors', async (service, parameters) => {
	const trigger = (events: unknown) =>
		new PolledTrigger(service, { ...parameters, events } as never, world.credentials(service));

	await expect(trigger([]).poll()).rejects.toThrow('Events is empty');
	await expect(trigger(['anders']).poll()).rejects.toThrow('Events must be one of');
});

test.each([[['contactUnsubscribed']], [['contactUnsubscribed', 'contactBounced']]])(
	'%j: who unsubscribes, is subscribed again and unsubscribes again is reported again',
	async (events) => {
		const trigger = inboxify(events);
		await trigger.poll();
		const contact = contacts().contacts.rows.find(
			({ bounced, unsubscribed }) => !bounced && !unsubscribed,
		)!;
		for (const unsubscribed of [true, false, true]) {
			contact.unsubscribed = unsubscribed;
			const expected = unsubscribed ? [`contactUnsubscribed ${contact.email}`] : [];
			expect(summaryOf(await trigger.poll())).toEqual(expected);
		}
		// The other tests share the list.
		contact.unsubscribed = false;
	},
);
