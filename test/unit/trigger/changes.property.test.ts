import type { IDataObject } from 'n8n-workflow';

import { cor } from '../../../nodes/Cor/cor.service';
import { watchOrganisations } from '../../../nodes/Cor/watch';
import { corlega } from '../../../nodes/Corlega/corlega.service';
import { watchRecords } from '../../../nodes/Corlega/watch';
import type { Watch } from '../../../nodes/shared/trigger/watch';
import { fc } from '../../properties/cases';
import { ListInMemory } from './ListInMemory';
import { Triggered } from './Triggered';

const STATUSES = ['concept', 'verzonden', 'betaald', 'vervallen'];

type Op =
	| { kind: 'set'; which: number; value: number }
	| { kind: 'touch'; which: number }
	| { kind: 'leave'; which: number }
	| { kind: 'join'; value: number };

const which = fc.nat(40);
const value = fc.nat(STATUSES.length - 1);

const op: fc.Arbitrary<Op> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('set' as const), which, value }) },
	fc.record({ kind: fc.constant('touch' as const), which }),
	fc.record({ kind: fc.constant('leave' as const), which }),
	fc.record({ kind: fc.constant('join' as const), value }),
);

interface Plan {
	count: number;
	steps: Array<{
		ops: Op[];
		/** While the list is read, before a page. */
		during: Array<{ page: number; op: Op }>;
		/** Page that fails. */
		fault: number | null;
		restart: boolean;
	}>;
	pagesInTime: number;
}

const plan: fc.Arbitrary<Plan> = fc.record({
	count: fc.integer({ min: 1, max: 12 }),
	steps: fc.array(
		fc.record({
			ops: fc.array(op, { maxLength: 4 }),
			during: fc.array(fc.record({ page: fc.nat(12), op }), { maxLength: 3 }),
			fault: fc.option(fc.nat(12), { freq: 4 }),
			restart: fc.boolean(),
		}),
		{ maxLength: 8 },
	),
	pagesInTime: fc.constantFrom(Infinity, Infinity, 4),
});

/** Records with a status, and a field beside it. */
class Documents {
	/** All values that each record has had. */
	readonly had = new Map<string, unknown[]>();

	private next = 0;

	constructor(
		private readonly list: ListInMemory,
		private readonly key: 'id' | 'oin',
		private readonly field: string,
		private readonly values = STATUSES,
	) {}

	do(op: Op): void {
		const { records } = this.list;
		this.list.lastChange += 1000;
		if (op.kind === 'join') {
			const id = String(100 + this.next++);
			records.push({ [this.key]: id, [this.field]: this.values[op.value], rest: 0 });
			this.had.set(id, [this.values[op.value]]);
			return;
		}
		const at = op.which % Math.max(1, records.length);
		const record = records[at];
		if (!record) return;
		if (op.kind === 'leave') records.splice(at, 1);
		else if (op.kind === 'touch') record.rest = Number(record.rest) + 1;
		else {
			record[this.field] = this.values[op.value];
			this.had.get(String(record[this.key]))!.push(this.values[op.value]);
		}
	}

	/** Runs a plan. @returns all that was reported, by record */
	async run(
		watch: Watch,
		{ count, steps, pagesInTime }: typeof plan extends fc.Arbitrary<infer Plan> ? Plan : never,
	): Promise<{ reported: Map<string, IDataObject[]>; atFirst: Map<string, unknown> }> {
		const { list } = this;
		const triggered = new Triggered(list, watch);
		const isPaged = pagesInTime < Infinity;
		for (let index = 0; index < count; index++) this.do({ kind: 'join', value: index % 4 });
		const atFirst = new Map(list.records.map((each) => [String(each[this.key]), each[this.field]]));
		list.pagesInTime = pagesInTime;
		for (let poll = 0; poll < (isPaged ? 6 : 1); poll++) expect(await triggered.poll()).toEqual([]);

		const reported = new Map<string, IDataObject[]>();
		const poll = async () => {
			for (const record of (await triggered.poll()) ?? []) {
				const id = String(record[this.key]);
				reported.set(id, [...(reported.get(id) ?? []), record]);
			}
		};
		for (const { ops, during, fault, restart } of steps) {
			if (restart) triggered.restart();
			ops.forEach((one) => this.do(one));
			list.onPage = (page) => {
				if (page === fault) throw new Error('fault');
				for (const one of during) if (one.page === page) this.do(one.op);
			};
			await poll();
			list.onPage = () => {};
		}
		for (let index = 0; index < (isPaged ? 30 : 2); index++) await poll();
		expect(await triggered.poll()).toEqual([]);
		return { reported, atFirst };
	}
}

test('a status changed: from and to make a chain, from what was there at first to what is there now', async () => {
	await fc.assert(
		fc.asyncProperty(plan, async (one) => {
			const list = new ListInMemory(corlega.paging);
			const documents = new Documents(list, 'id', 'status');
			const { reported, atFirst } = await documents.run(
				watchRecords(['quoteStatusChanged'], 0),
				one,
			);
			for (const [id, changes] of reported) {
				const had = documents.had.get(id)!;
				const from = [atFirst.get(id) ?? changes[0].from, ...changes.map((each) => each.to)];
				expect(changes.map((each) => each.from)).toEqual(from.slice(0, -1));
				for (const { from: before, to } of changes) {
					expect(before).not.toBe(to);
					expect(had).toEqual(expect.arrayContaining([before, to]));
				}
			}
			for (const { id, status } of list.records) {
				const last = reported.get(String(id))?.at(-1);
				if (last) expect(last.to).toBe(status);
				else if (atFirst.has(String(id))) expect(status).toBe(atFirst.get(String(id)));
			}
		}),
	);
});

test.each([
	[
		'Corlega contactUpdated',
		() => [new ListInMemory(corlega.paging), watchRecords(['contactUpdated'], 0), 'id'] as const,
	],
	[
		'COR organisationChanged',
		() =>
			[new ListInMemory(cor.paging), watchOrganisations(['organisationChanged']), 'oin'] as const,
	],
])('%s: each as it is now, and never twice the same', async (_, make) => {
	await fc.assert(
		fc.asyncProperty(plan, async (one) => {
			const [list, watch, key] = make();
			const documents = new Documents(list, key, 'naam');
			const { reported, atFirst } = await documents.run(
				watch,
				// The register can't be read in parts.
				key === 'oin' ? { ...one, pagesInTime: Infinity } : one,
			);
			for (const [id, records] of reported) {
				for (const [index, { naam, rest }] of records.entries()) {
					expect(documents.had.get(id)).toContain(naam);
					const { naam: before, rest: restBefore } = records[index - 1] ?? {};
					expect([naam, rest]).not.toEqual([before, restBefore]);
				}
			}
			for (const { [key]: id, naam, rest } of list.records) {
				const last = reported.get(String(id))?.at(-1);
				// Simplified, the register's organisations hold their documented fields only.
				if (last && key === 'id') expect([last.naam, last.rest]).toEqual([naam, rest]);
				else if (last) expect(last.naam).toBe(naam);
				else if (atFirst.has(String(id))) expect(naam).toBe(atFirst.get(String(id)));
			}
		}),
	);
});

test('COR organisationWithdrawn: each withdrawal once, as far as polls could see it', async () => {
	const values = ['Actief', 'Ingetrokken', 'Actief', 'Ingetrokken'];
	await fc.assert(
		fc.asyncProperty(plan, async (one) => {
			const list = new ListInMemory(cor.paging);
			const documents = new Documents(list, 'oin', 'status', values);
			const watch = watchOrganisations(['organisationWithdrawn']);
			const { reported, atFirst } = await documents.run(watch, { ...one, pagesInTime: Infinity });
			for (const [oin, records] of reported) {
				for (const record of records) expect(record.status).toBe('Ingetrokken');
				const had = documents.had.get(oin)!;
				const happened = had.filter(
					(status, index) => status === 'Ingetrokken' && had[index - 1] === 'Actief',
				);
				expect(records.length).toBeLessThanOrEqual(happened.length);
			}
			for (const { oin, status } of list.records) {
				if (status === 'Ingetrokken' && atFirst.get(String(oin)) === 'Actief') {
					expect(reported.get(String(oin))?.length ?? 0).toBeGreaterThan(0);
				}
			}
		}),
	);
});
