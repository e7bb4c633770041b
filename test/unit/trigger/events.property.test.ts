import type { IDataObject } from 'n8n-workflow';

import { cor } from '../../../nodes/Cor/cor.service';
import { watchOrganisations } from '../../../nodes/Cor/watch';
import { corlega } from '../../../nodes/Corlega/corlega.service';
import { watchRecords } from '../../../nodes/Corlega/watch';
import { inboxify } from '../../../nodes/Inboxify/inboxify.service';
import { watchContacts } from '../../../nodes/Inboxify/watch/contacts';
import type { Watch } from '../../../nodes/shared/trigger/watch';
import { fc } from '../../properties/cases';
import { ListInMemory } from './ListInMemory';
import { Triggered } from './Triggered';

/** A service whose trigger has several events, and how its records look. */
interface Scene {
	list: ListInMemory;
	events: string[];
	watch(events: string[]): Watch;
	make(id: string): IDataObject;
	/** Changes a record for the last time in this way, or again. */
	change(record: IDataObject, value: number): void;
	idOf(record: IDataObject): string;
	/** What of a record an event is about; undefined where it does not meet it. */
	factOf(event: string, record: IDataObject): string | undefined;
}

const day = (number: number) =>
	`${new Date(number * 86_400_000).toISOString().slice(0, 10)}T00:00:00`;

const scenes: Record<string, () => Scene> = {
	Corlega: () => ({
		list: new ListInMemory(corlega.paging, (records, { path: [path] }) =>
			records.filter(({ of }) => of === path),
		),
		events: [
			'contactCreated',
			'contactUpdated',
			'invoiceStatusChanged',
			'quoteCreated',
			'quoteStatusChanged',
			'quoteUpdated',
		],
		watch: (events) => watchRecords(events as never, 3_600_000),
		make: (id) => ({ id, of: ['contacts', 'quotes', 'invoices'][Number(id) % 3], status: 'new' }),
		change(record, value) {
			if (value % 2 === 0) record.status = `status ${value}`;
			else record.note = value;
		},
		idOf: ({ id }) => String(id),
		factOf(event, { of, status, note }) {
			if (!event.startsWith(String(of).slice(0, -1))) return undefined;
			if (event.endsWith('Created')) return 'there';
			if (event.endsWith('StatusChanged')) return status === 'new' ? undefined : String(status);
			return status === 'new' && note === undefined
				? undefined
				: `${String(status)} ${String(note)}`;
		},
	}),
	Inboxify: () => ({
		list: new ListInMemory(inboxify.paging, (records, { query }) =>
			[...records].reverse().filter(({ unsubscribed }) => unsubscribed || !query?.unsubscribed),
		),
		events: ['contactAdded', 'contactBounced', 'contactUnsubscribed'],
		watch: (events) => watchContacts('lijst', events as never),
		make: (id) => ({
			id,
			email: `${id}@voorbeeld.nl`,
			registrationDate: day(Number(id)),
			bounced: false,
			unsubscribed: false,
		}),
		change(record, value) {
			record[value % 2 === 0 ? 'bounced' : 'unsubscribed'] = true;
		},
		idOf: ({ id }) => String(id),
		factOf(event, { bounced, unsubscribed }) {
			if (event === 'contactAdded') return 'there';
			return (event === 'contactBounced' ? bounced : unsubscribed) ? 'so' : undefined;
		},
	}),
	COR: () => ({
		list: new ListInMemory(cor.paging),
		events: ['organisationAdded', 'organisationChanged', 'organisationWithdrawn'],
		watch: (events) => watchOrganisations(events as never),
		make: (oin) => ({ oin, naam: 'new', status: 'Actief' }),
		change(record, value) {
			// Who is withdrawn does not change any more, so that no poll sees both at once.
			if (record.status === 'Ingetrokken') return;
			if (value % 2 === 0 && record.naam === 'new') record.status = 'Ingetrokken';
			else record.naam = `Naam ${value}`;
		},
		idOf: ({ oin }) => String(oin),
		factOf(event, { naam, status }) {
			if (event === 'organisationAdded') return 'there';
			if (event === 'organisationWithdrawn') return status === 'Actief' ? undefined : 'so';
			return naam === 'new' ? undefined : String(naam);
		},
	}),
};

const chosen = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 });

const plan = fc.record({
	count: fc.nat(12),
	first: chosen,
	steps: fc.array(
		fc.record({
			joins: fc.nat(3),
			changes: fc.array(fc.nat(40), { maxLength: 4 }),
			/** Page that fails. */
			fault: fc.option(fc.nat(12), { freq: 5 }),
			/** n8n stops, and starts again. */
			restart: fc.boolean(),
			/** The events that are chosen from then on; n8n activates the workflow with them. */
			events: fc.option(chosen, { freq: 3 }),
		}),
		{ maxLength: 8 },
	),
});

/** What has been reported, must be and may be, as `event id fact`. */
class Ledger {
	readonly reported: string[] = [];

	/** Facts that were there when an event was chosen: nothing of them is reported. */
	private readonly old = new Set<string>();

	private readonly must = new Set<string>();

	constructor(private readonly scene: Scene) {}

	private facts(event: string): string[] {
		return this.scene.list.records.flatMap((record) => {
			const fact = this.scene.factOf(event, record);
			return fact === undefined ? [] : [`${event} ${this.scene.idOf(record)} ${fact}`];
		});
	}

	/** An event is chosen. */
	choose(event: string): void {
		for (const fact of this.facts(event)) this.old.add(fact);
	}

	/** A poll has seen what there is, for those who had chosen it before. */
	see(events: string[]): void {
		for (const fact of events.flatMap((event) => this.facts(event))) {
			if (!this.old.has(fact)) this.must.add(fact);
		}
	}

	report(items: IDataObject[]): void {
		for (const item of items) {
			const event = String(item.event);
			const fact = String(this.scene.factOf(event, item));
			this.reported.push(`${event} ${this.scene.idOf(item)} ${fact}`);
		}
	}

	expectRight(): void {
		expect([...this.reported].sort()).toEqual([...this.must].sort());
	}
}

test.each(Object.entries(scenes))(
	'%s: whatever events are chosen when, each reports once what happens from then on',
	async (_, make) => {
		await fc.assert(
			fc.asyncProperty(plan, async ({ count, first, steps }) => {
				const scene = make();
				const { list } = scene;
				const ledger = new Ledger(scene);
				let ids = 100;
				let values = 0;
				const join = () => {
					list.records.push(scene.make(String(ids++)));
					list.lastChange += 1000;
				};
				const eventsOf = (numbers: number[]) => [
					...new Set(numbers.map((number) => scene.events[number % scene.events.length])),
				];
				const triggered = new Triggered(list, scene.watch([]));
				let events: string[] = [];
				/** Records that the last poll has seen: only of these a change can be reported. */
				let seen: IDataObject[] = [];
				const poll = async () => {
					const items = await triggered.poll();
					if (!items) return false;
					ledger.report(items);
					ledger.see(events);
					seen = [...list.records];
					return true;
				};
				const choose = (next: string[]) => {
					next.filter((event) => !events.includes(event)).forEach((event) => ledger.choose(event));
					events = next;
					triggered.activate(scene.watch(events));
				};

				for (let index = 0; index < count; index++) join();
				choose(eventsOf(first));
				await poll();
				for (const { joins, changes, fault, restart, events: others } of steps) {
					if (restart) triggered.restart();
					for (const which of changes) {
						const record = seen[which % Math.max(1, seen.length)];
						if (!record) continue;
						scene.change(record, values++);
						list.lastChange += 1000;
					}
					for (let index = 0; index < joins; index++) join();
					if (others) choose(eventsOf(others));
					list.onPage = (page) => {
						if (page === fault) throw new Error('fault');
					};
					const hasPolled = await poll();
					list.onPage = () => {};
					// A poll that fails sees nothing: what changes twice until the next would be reported once.
					if (!hasPolled) await poll();
				}
				await poll();
				ledger.expectRight();
			}),
		);
	},
);
