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

/** A list, its trigger, and how a record of it looks. */
interface Scene {
	list: ListInMemory;
	watch: Watch;
	make(id: string, step: number): IDataObject;
	idOf(record: IDataObject): string;
	/** Where a poll can't see everything, what comes may be reported an hour later. */
	isLate?: boolean;
	/** A poll may miss that a record has left, if another one came. */
	isCounted?: boolean;
}

const day = (step: number) => `${new Date(step * 86_400_000).toISOString().slice(0, 10)}T00:00:00`;

const newestFirst = (records: IDataObject[]) => [...records].reverse();

const byRemainder = (records: IDataObject[]) =>
	[...records].sort((a, b) => (Number(a.id) % 7) - (Number(b.id) % 7));

/** The latest day first, and those of a day in another order. */
const byDay = (records: IDataObject[]) =>
	byRemainder(records).sort((a, b) =>
		String(b.registrationDate).localeCompare(String(a.registrationDate)),
	);

const contacts =
	(order: (records: IDataObject[]) => IDataObject[], date?: string) => (): Scene => ({
		isLate: order === byRemainder,
		list: new ListInMemory(inboxify.paging, order),
		watch: watchContacts('lijst', ['contactAdded']),
		make: (id, step) => ({ id, email: `${id}@voorbeeld.nl`, registrationDate: date ?? day(step) }),
		idOf: ({ id }) => String(id),
	});

const HOUR = 3_600_000;

const corlegaContacts = (interval: number) => (): Scene => ({
	list: new ListInMemory(corlega.paging),
	watch: watchRecords(['contactCreated'], interval),
	make: (id) => ({ id, name: `Naam ${id}` }),
	idOf: ({ id }) => String(id),
});

const scenes: Record<string, () => Scene> = {
	'Corlega contactCreated, always all records': corlegaContacts(0),
	'Corlega contactCreated, all records once an hour': () => ({
		...corlegaContacts(HOUR)(),
		isLate: true,
		isCounted: true,
	}),
	'Inboxify contactAdded, newest first': contacts(newestFirst),
	'Inboxify contactAdded, several a day': () => ({
		...contacts(byDay)(),
		make: (id, step) => ({ id, registrationDate: day(Math.floor(step / 4)) }),
	}),
	'Inboxify contactAdded, newest last': contacts((records) => records),
	'Inboxify contactAdded, in another order': contacts(byRemainder),
	'Inboxify contactAdded, all of one day': contacts(byRemainder, day(0)),
	'Inboxify contactAdded, of no day': contacts(byRemainder, ''),
	'Inboxify contactUnsubscribed': () => ({
		...contacts(newestFirst)(),
		watch: watchContacts('lijst', ['contactUnsubscribed']),
	}),
	'Inboxify contactBounced': () => ({
		...contacts(newestFirst)(),
		watch: watchContacts('lijst', ['contactBounced']),
		make: (id) => ({ id, bounced: true }),
	}),
	'COR organisationAdded': () => ({
		list: new ListInMemory(cor.paging),
		watch: watchOrganisations(['organisationAdded']),
		make: (oin) => ({ oin, naam: `Naam ${oin}`, status: 'Actief' }),
		idOf: ({ oin }) => String(oin),
	}),
};

type Move = { kind: 'join' } | { kind: 'leave' | 'return'; which: number };

const move: fc.Arbitrary<Move> = fc.oneof(
	fc.constant({ kind: 'join' as const }),
	fc.record({ kind: fc.constant('leave' as const), which: fc.nat(40) }),
	fc.record({ kind: fc.constant('return' as const), which: fc.nat(40) }),
);

const step = fc.record({
	moves: fc.array(move, { maxLength: 4 }),
	/** While the list is read, before a page. */
	during: fc.array(fc.record({ page: fc.nat(12), move }), { maxLength: 3 }),
	/** Page that fails. */
	fault: fc.option(fc.nat(12), { freq: 4 }),
	restart: fc.boolean(),
});

const plan = fc.record({
	count: fc.nat(12),
	/** A single record leaves during the baseline. */
	duringBaseline: fc.option(fc.record({ page: fc.nat(6), which: fc.nat(40) })),
	joinsDuringBaseline: fc.array(fc.nat(6), { maxLength: 2 }),
	steps: fc.array(step, { maxLength: 8 }),
	pagesInTime: fc.constantFrom(Infinity, Infinity, 4),
});

/** How often each record must be reported and may be reported. */
class Ledger {
	readonly must = new Map<string, number>();

	readonly may = new Map<string, number>();

	readonly reported = new Map<string, number>();

	private readonly gone: IDataObject[] = [];

	/** Those who were away during a poll that must have noticed it. */
	private readonly noticed = new Set<string>();

	private next = 100;

	private steps = 1;

	constructor(private readonly scene: Scene) {}

	private get records() {
		return this.scene.list.records;
	}

	fill(count: number): void {
		for (let index = 0; index < count; index++) this.add(String(this.next++));
	}

	private add(id: string): void {
		this.records.push(this.scene.make(id, this.steps++));
		this.scene.list.lastChange += 1000;
	}

	join(isSure: boolean): void {
		const id = String(this.next++);
		this.add(id);
		count(this.may, id);
		if (isSure) count(this.must, id);
	}

	leave(which: number): void {
		const [record] = this.records.splice(which % Math.max(1, this.records.length), 1);
		if (!record) return;
		this.scene.list.lastChange += 1000;
		this.gone.push(record);
		const id = this.scene.idOf(record);
		// It may have been there too shortly to be seen.
		if ((this.must.get(id) ?? 0) > (this.reported.get(id) ?? 0))
			this.must.set(id, this.reported.get(id) ?? 0);
	}

	/** Comes back with the same id. */
	return(which: number): void {
		const [record] = this.gone.splice(which % Math.max(1, this.gone.length), 1);
		if (!record) return;
		const id = this.scene.idOf(record);
		this.add(id);
		count(this.may, id);
		if (this.noticed.delete(id)) count(this.must, id);
	}

	do(move: Move): void {
		if (move.kind === 'join') this.join(true);
		else this[move.kind](move.which);
	}

	/** A poll has been made while nothing moved. */
	notice(): void {
		for (const record of this.gone) this.noticed.add(this.scene.idOf(record));
	}

	report(records: IDataObject[]): void {
		for (const record of records) count(this.reported, this.scene.idOf(record));
	}

	/** What was reported too rarely or too often. */
	get wrong(): string[] {
		const ids = new Set([...this.must.keys(), ...this.reported.keys()]);
		return [...ids].flatMap((id) => {
			const [must, reported, may] = [this.must, this.reported, this.may].map(
				(map) => map.get(id) ?? 0,
			);
			return must <= reported && reported <= may ? [] : [`${id}: ${must} <= ${reported} <= ${may}`];
		});
	}
}

const count = (map: Map<string, number>, id: string) => map.set(id, (map.get(id) ?? 0) + 1);

type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

/** Lets a plan happen. Expects that each record that joins is reported once. */
async function expectReported(scene: Scene, { count, steps, ...rest }: Plan): Promise<void> {
	jest.restoreAllMocks();
	const { duringBaseline, joinsDuringBaseline, pagesInTime } = rest;
	const { list } = scene;
	const ledger = new Ledger(scene);
	const triggered = new Triggered(list, scene.watch);
	const isPaged = pagesInTime < Infinity;
	ledger.fill(count);
	list.onPage = (page) => {
		if (!isPaged && duringBaseline?.page === page) ledger.leave(duringBaseline.which);
		if (joinsDuringBaseline.includes(page)) ledger.join(false);
	};
	list.pagesInTime = pagesInTime;
	const baseline = await triggered.poll();
	list.onPage = () => {};
	for (let poll = 0; isPaged && poll < 5; poll++) await triggered.poll();
	expect(baseline ?? []).toEqual([]);

	for (const { moves, during, fault, restart } of steps) {
		if (restart) triggered.restart();
		moves.forEach((move) => ledger.do(move));
		list.onPage = (page) => {
			if (page === fault) throw new Error('fault');
			for (const one of during) if (one.page === page) ledger.do(one.move);
		};
		const reported = await triggered.poll();
		ledger.report(reported ?? []);
		list.onPage = () => {};
		if (reported && !isPaged && !scene.isCounted && during.length === 0) ledger.notice();
	}
	const now = Date.now();
	if (scene.isLate) jest.spyOn(Date, 'now').mockReturnValue(now + HOUR);
	for (let poll = 0; poll < (isPaged ? 30 : 2); poll++) ledger.report((await triggered.poll())!);

	expect(ledger.wrong).toEqual([]);
	expect(await triggered.poll()).toEqual([]);
}

afterEach(() => jest.restoreAllMocks());

test.each(Object.entries(scenes))('%s reports each record that joins, once', async (_, make) => {
	await fc.assert(fc.asyncProperty(plan, async (one) => await expectReported(make(), one)));
});

test('a contact who joins while the first page only looks in order is reported within the hour', async () => {
	const leave = (which: number) => ({ kind: 'leave' as const, which });
	const back = { kind: 'return' as const, which: 0 };
	const join = { kind: 'join' as const };
	const still = { during: [], fault: null, restart: false };
	const steps = [
		{ ...still, moves: [leave(0), leave(0)] },
		{ ...still, moves: [join] },
		{
			...still,
			moves: [join, leave(0), back],
			during: [
				{ page: 0, move: back },
				{ page: 0, move: leave(1) },
			],
		},
		{ ...still, moves: [back, join, back, leave(6)] },
	];
	await expectReported(contacts(byRemainder)(), {
		count: 2,
		duringBaseline: null,
		joinsDuringBaseline: [],
		steps,
		pagesInTime: Infinity,
	});
});

test('a contact whom a scan of several polls misses is reported an interval after the scan began', async () => {
	const joins = (count: number) => Array.from({ length: count }, () => ({ kind: 'join' as const }));
	const leave = (which: number) => ({ kind: 'leave' as const, which });
	const back = { kind: 'return' as const, which: 0 };
	const still = { during: [], fault: null, restart: false };
	const steps = [
		{ ...still, moves: joins(1), restart: true },
		{ ...still, moves: joins(3) },
		{ ...still, moves: [leave(0), ...joins(1)], restart: true },
		{
			...still,
			moves: [leave(6), ...joins(1), back],
			during: [leave(0), back].map((one) => ({ page: 2, move: one })),
		},
	];
	await expectReported(scenes['Corlega contactCreated, all records once an hour'](), {
		count: 10,
		duringBaseline: null,
		joinsDuringBaseline: [0],
		steps,
		pagesInTime: 4,
	});
});
