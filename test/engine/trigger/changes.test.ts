import type { IDataObject } from 'n8n-workflow';

import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { byName, World } from '../../../tools/engine/world';

let world: World;

async function start(options = {}): Promise<void> {
	world = await World.start({
		corlega: { contacts: 250, quotes: 120, invoices: 250, limit: null },
		inboxify: { contacts: 1100 },
		cor: { organisations: 100 },
		...options,
	});
}

afterEach(async () => {
	await world.sandbox.close();
});

/** Numbers that look random, and are the same in every run. */
function randomFrom(seed: number) {
	let state = seed;
	return (below: number): number => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

const POLLS = 20;
const CHANGES = 200;

/** Makes one change, and gives what must be emitted for it. */
type Change = (number: number) => unknown;

/**
 * 200 changes at random moments over 20 polls, a third of which meet a fault: each must be
 * emitted exactly once.
 */
async function expectExactlyOnce(
	trigger: PolledTrigger,
	service: 'corlega' | 'inboxify' | 'cor',
	change: Change,
	identify: (record: IDataObject) => unknown,
): Promise<void> {
	const random = randomFrom(7);
	const expected: unknown[] = [];
	const emitted: unknown[] = [];
	let failures = 0;
	expect(await trigger.poll()).toEqual([]);

	for (let poll = 0; poll < POLLS; poll++) {
		const count = poll === POLLS - 1 ? CHANGES - expected.length : random(20);
		for (let each = 0; each < count && expected.length < CHANGES; each++) {
			expected.push(change(expected.length));
		}
		if (poll % 3 === 1) {
			world.sandbox[service].faults.push({ skip: poll % 2 === 0 ? 0 : random(3), status: 500 });
		}
		try {
			emitted.push(...(await trigger.poll()).map(identify));
		} catch {
			failures++;
		}
		world.sandbox[service].faults.length = 0;
	}
	emitted.push(...(await trigger.poll()).map(identify));

	expect(failures).toBeGreaterThan(2);
	expect(expected).toHaveLength(CHANGES);
	expect(emitted.sort()).toEqual(expected.sort());
	expect(await trigger.poll()).toEqual([]);
}

describe('Corlega', () => {
	const trigger = (event: string, options = {}) =>
		new PolledTrigger('corlega', { events: [event], options }, world.credentials('corlega'));
	const table = (name: 'contacts' | 'quotes' | 'invoices') => world.sandbox.corlega[name];

	test.each([
		['contactCreated', 'contacts'],
		['quoteCreated', 'quotes'],
		['invoiceCreated', 'invoices'],
	] as const)('%s', async (event, name) => {
		await start();
		await expectExactlyOnce(
			trigger(event),
			'corlega',
			(number) => {
				const id = `01NEW${number}`;
				table(name).set(id, { id, name: `Nieuw ${number}`, status: 'draft' } as never);
				return id;
			},
			({ id }) => id,
		);
	});

	test.each([
		['contactUpdated', 'contacts', 'phone'],
		['quoteUpdated', 'quotes', 'total'],
		['invoiceUpdated', 'invoices', 'total'],
		['invoiceStatusChanged', 'invoices', 'status'],
	] as const)('%s', async (event, name, field) => {
		await start({ corlega: { contacts: 110, quotes: 110, invoices: 110, limit: null } });
		const rows = [...table(name).values()] as IDataObject[];
		await expectExactlyOnce(
			trigger(event),
			'corlega',
			(number) => {
				const row = rows[number % rows.length];
				row[field] = `${String(row[field])}-${number}`;
				return `${String(row.id)} ${String(row[field])}`;
			},
			(record) => `${String(record.id)} ${String(record[field])}`,
		);
	});

	test("a status change has from and to, and other changes aren't reported", async () => {
		await start();
		const [row, other] = [...table('quotes').values()] as IDataObject[];
		const quotes = trigger('quoteStatusChanged');
		await quotes.poll();
		const from = row.status;
		row.status = 'aanvaard';
		other.total = 1;

		expect(await quotes.poll()).toEqual([
			{ ...row, from, to: 'aanvaard', event: 'quoteStatusChanged' },
		]);
	});

	test('12,000 contacts: at most 120 requests a poll, state below 400 kB', async () => {
		await start({ corlega: { contacts: 12_000, limit: null } });
		const contacts = trigger('contactUpdated');
		await contacts.poll();
		expect(world.sandbox.corlega.requests.length).toBeLessThanOrEqual(120);
		expect(JSON.stringify(contacts.state).length).toBeLessThan(400_000);

		world.clear();
		const row = [...table('contacts').values()][11_999] as IDataObject;
		row.phone = '1';
		expect(await contacts.poll()).toEqual([{ ...row, event: 'contactUpdated' }]);
		expect(world.sandbox.corlega.requests.length).toBeLessThanOrEqual(120);
	});

	test('a list that is too long for one poll is read in several, and nothing is emitted before the end', async () => {
		await start({ corlega: { contacts: 500, limit: null } });
		const short = new PolledTrigger(
			'corlega',
			{ events: ['contactUpdated'] },
			world.credentials('corlega'),
			0,
		);
		const rows = [...table('contacts').values()] as IDataObject[];
		for (let poll = 0; poll < 5; poll++) expect(await short.poll()).toEqual([]);
		rows[450].phone = '1';
		const emitted: IDataObject[] = [];
		for (let poll = 0; poll < 10; poll++) emitted.push(...(await short.poll()));

		expect(emitted).toEqual([{ ...rows[450], event: 'contactUpdated' }]);
		expect(world.sandbox.corlega.requests).toHaveLength(15);
	});

	test('another kind of record starts with a new baseline', async () => {
		await start();
		const contacts = trigger('contactCreated');
		await contacts.poll();
		const invoices = trigger('invoiceCreated');
		invoices.restore(contacts.state);

		expect(await invoices.poll()).toEqual([]);
	});

	test('a share out of range is an error', async () => {
		await start();

		await expect(trigger('contactCreated', { share: 0 }).poll()).rejects.toThrow(
			'Share of the Rate Limit must be a number, 1 to 100',
		);
	});
});

describe('Inboxify', () => {
	const trigger = (event: string) =>
		new PolledTrigger(
			'inboxify',
			{ events: [event], list: byName('Webshopklanten') },
			world.credentials('inboxify'),
		);
	const list = () => world.sandbox.inboxify.lists.get('Webshopklanten')!;

	test('contactAdded', async () => {
		await start();
		await expectExactlyOnce(
			trigger('contactAdded'),
			'inboxify',
			(number) => list().add({ email: `nieuw${number}@voorbeeld.nl` }).email,
			({ email }) => email,
		);
	});

	test.each([
		['contactUnsubscribed', 'unsubscribed'],
		['contactBounced', 'bounced'],
	] as const)('%s', async (event, field) => {
		await start();
		const contacts = [...list().contacts.values()].filter((contact) => !contact[field]);
		await expectExactlyOnce(
			trigger(event),
			'inboxify',
			(number) => {
				contacts[number][field] = true;
				return contacts[number].email;
			},
			({ email }) => email,
		);
	});

	test('new contacts are found with one request', async () => {
		await start({ inboxify: { contacts: 3000 } });
		const added = trigger('contactAdded');
		await added.poll();
		world.clear();
		list().add({ email: 'een@voorbeeld.nl' });
		list().add({ email: 'twee@voorbeeld.nl' });

		expect((await added.poll()).map(({ email }) => email)).toEqual([
			'een@voorbeeld.nl',
			'twee@voorbeeld.nl',
		]);
		expect(world.sandbox.inboxify.requests).toHaveLength(1);
	});

	test('a new contact is found although another one has left', async () => {
		await start();
		const added = trigger('contactAdded');
		await added.poll();
		const [gone] = list().contacts.keys();
		list().contacts.delete(gone);
		list().add({ email: 'een@voorbeeld.nl' });

		expect((await added.poll()).map(({ email }) => email)).toEqual(['een@voorbeeld.nl']);
		expect(await added.poll()).toEqual([]);
	});

	test('a contact who unsubscribes again is reported again', async () => {
		await start();
		const unsubscribed = trigger('contactUnsubscribed');
		await unsubscribed.poll();
		const contact = [...list().contacts.values()].find((each) => !each.unsubscribed)!;
		for (const state of [true, false, true]) {
			contact.unsubscribed = state;
			const emitted = await unsubscribed.poll();
			expect(emitted.map(({ email }) => email)).toEqual(state ? [contact.email] : []);
		}
	});
});

describe('COR', () => {
	const trigger = (event: string, parameters = {}) =>
		new PolledTrigger('cor', { events: [event], ...parameters }, world.credentials('cor'));
	const organisations = () => world.sandbox.cor.organisations;
	/** Each change has another time, because the register's times are in seconds. */
	const moment = (number: number) => new Date(Date.parse('2026-11-20T00:00:00Z') + number * 1000);

	test('organisationChanged', async () => {
		await start();
		const active = organisations().filter(({ status }) => status === 'Actief');
		await expectExactlyOnce(
			trigger('organisationChanged'),
			'cor',
			(number) => {
				const { oin } = active[number % active.length];
				world.sandbox.cor.change(oin, { naam: `Naam ${number}` }, moment(number));
				return `${oin} Naam ${number}`;
			},
			({ oin, naam }) => `${String(oin)} ${String(naam)}`,
		);
	});

	test('organisationAdded, and organisationWithdrawn', async () => {
		await start();
		const added = trigger('organisationAdded');
		const withdrawn = trigger('organisationWithdrawn');
		await added.poll();
		await withdrawn.poll();
		const { cor } = world.sandbox;
		const [first] = organisations();
		const active = organisations().find(({ status }) => status === 'Actief')!;
		cor.change(active.oin, { status: 'Ingetrokken' }, moment(1));
		const oin = '00000009999999999000';
		organisations().push({ ...first, oin, naam: 'Gemeente Nieuw' });
		cor.lastChange = moment(2);

		expect((await added.poll()).map((organisation) => organisation.oin)).toEqual([oin]);
		expect((await withdrawn.poll()).map((organisation) => organisation.oin)).toEqual([active.oin]);
	});

	test('a poll without changes takes exactly one request', async () => {
		await start();
		const changed = trigger('organisationChanged');
		await changed.poll();
		world.clear();

		expect(await changed.poll()).toEqual([]);
		expect(world.log('cor')).toEqual(['GET /laatsteWijziging']);
	});

	test("Simplify off gives the register's own object", async () => {
		await start();
		const changed = trigger('organisationChanged', { simplify: false });
		await changed.poll();
		const [{ oin }] = organisations();
		world.sandbox.cor.change(oin, { naam: 'Anders' }, moment(1));

		expect(await changed.poll()).toEqual([
			expect.objectContaining({
				event: 'organisationChanged',
				oin,
				naam: 'Anders',
				hoofdOIN: null,
				_links: expect.any(Object),
			}),
		]);
	});
});

test.each([
	['corlega', { events: ['contactCreated'] }],
	['corlega', { events: ['quoteStatusChanged'] }],
	['inboxify', { events: ['contactAdded'], list: byName('Webshopklanten') }],
	['inboxify', { events: ['contactUnsubscribed'], list: byName('Webshopklanten') }],
	['inboxify', { events: ['contactBounced'], list: byName('Webshopklanten') }],
	['cor', { events: ['organisationWithdrawn'] }],
] as const)(
	'a test of %s in the editor shows examples and stores nothing: %j',
	async (node, parameters) => {
		await start();
		const trigger = new PolledTrigger(node, { ...parameters }, world.credentials(node));
		const examples = await trigger.poll('manual');

		expect(examples.length).toBeGreaterThan(0);
		expect(examples.length).toBeLessThanOrEqual(3);
		expect(trigger.state).toEqual({});
	},
);

test('the state remains when the workflow is deactivated and activated again', async () => {
	await start();
	const parameters = { events: ['contactCreated'] };
	const before = new PolledTrigger('corlega', parameters, world.credentials('corlega'));
	await before.poll();
	world.sandbox.corlega.contacts.set('new', { id: 'new', name: 'Ondertussen' } as never);
	const after = new PolledTrigger('corlega', parameters, world.credentials('corlega'));
	after.restore(before.state);

	expect((await after.poll()).map(({ id }) => id)).toEqual(['new']);
});
