import type { IDataObject } from 'n8n-workflow';

import { RequestError } from '../../../nodes/shared/service/RequestError';
import type {
	FetchedPage,
	ListRequest,
	Page,
	PagePlace,
	Paging,
} from '../../../nodes/shared/service/paging';
import { fetchList, type ListWalk } from '../../../nodes/shared/session/list';
import { isLast } from '../../../nodes/shared/session/pages';
import { fc } from '../cases';

/** What happens to the list before a request is answered. */
export type Move =
	| { kind: 'nothing' }
	| { kind: 'insert' | 'remove'; at: number }
	| { kind: 'shift'; from: number; to: number };

/** What is wrong with an answer. */
export type Flaw = 'none' | 'empty' | 'missing' | 'short' | 'ended';

/** How a service pages its list. */
export interface Manner {
	size: number;
	fixedSize: boolean;
	saysTotal: boolean;
	saysMore: boolean;
}

export interface Plan {
	count: number;
	manner: Manner;
	/** Before each request, in the order in which they are answered. */
	moves: Move[];
	flaws: Flaw[];
	/** How long each request waits, in turns of the event loop, so that they overtake each other. */
	delays: number[];
	concurrency: number;
	list: ListRequest;
}

/** A list whose entries may move while it is read. */
export class MovingList {
	ids: string[];

	readonly asked: PagePlace[] = [];

	/** Those that were there all the time. */
	readonly throughout: Set<string>;

	/** What was answered, by the pass. */
	private readonly answers: string[][] = [];

	private answered = 0;

	constructor(private readonly plan: Plan) {
		this.ids = Array.from({ length: plan.count }, (_, index) => `id${index}`);
		this.throughout = new Set(this.ids);
	}

	get paging(): Paging {
		const { size, fixedSize } = this.plan.manner;
		return {
			maximum: size,
			fixedSize,
			query: () => ({}),
			read: () => ({ entries: [] }),
			identify: ({ id }) => String(id),
		};
	}

	/** Two passes had the same entries and totals, so nobody can know that it changed. */
	get seemsStill(): boolean {
		const [last, before] = this.answers.slice(-2).map((answers) => [...answers].sort().join());
		return last === before;
	}

	async fetch(place: PagePlace): Promise<FetchedPage> {
		const turn = this.asked.push(place) - 1;
		for (let left = this.plan.delays[turn] ?? 0; left > 0; left--) await Promise.resolve();
		const move = this.plan.moves[this.answered];
		if (move) this.make(move);
		const page = this.answer(place, this.plan.flaws[this.answered] ?? 'none');
		this.answered++;
		if (place.number === 1 || this.answers.length === 0) this.answers.push([]);
		if (page.entries.length > 0) {
			this.answers.at(-1)!.push(JSON.stringify([place, page.entries, page.total]));
		}
		return { ...page, place, isLast: isLast(page, place) };
	}

	private make(move: Move): void {
		const { length } = this.ids;
		if (move.kind === 'nothing') return;
		if (move.kind === 'insert') {
			this.ids.splice(move.at % (length + 1), 0, `new${this.answered}`);
		} else if (length > 0 && move.kind === 'remove') {
			const [id] = this.ids.splice(move.at % length, 1);
			this.throughout.delete(id);
		} else if (length > 0 && move.kind === 'shift') {
			const [id] = this.ids.splice(move.from % length, 1);
			this.ids.splice(move.to % length, 0, id);
		}
	}

	private answer({ offset, size }: PagePlace, flaw: Flaw): Page {
		const { saysTotal, saysMore } = this.plan.manner;
		const entries: IDataObject[] = this.ids.slice(offset, offset + size).map((id) => ({ id }));
		const total = saysTotal ? this.ids.length : undefined;
		const hasMore = saysMore ? offset + size < this.ids.length : undefined;
		// The first answer of all can't be compared with anything.
		if (flaw === 'missing') return this.answered === 0 ? { entries, total } : { entries: [] };
		if (flaw === 'empty') return { entries: [], total, hasMore };
		if (flaw === 'short') return { entries: entries.slice(1), total, hasMore };
		return flaw === 'ended' ? { entries, total, hasMore: false } : { entries, total, hasMore };
	}
}

export const manner = (saysTotal: fc.Arbitrary<boolean>): fc.Arbitrary<Manner> =>
	fc.record({
		size: fc.integer({ min: 1, max: 5 }),
		fixedSize: fc.boolean(),
		saysTotal,
		saysMore: fc.boolean(),
	});

/** Readings of a list that doesn't change and is paged correctly. */
export const quiet: fc.Arbitrary<Plan> = fc.record({
	count: fc.nat(23),
	manner: manner(fc.boolean()),
	moves: fc.constant<Move[]>([]),
	flaws: fc.constant<Flaw[]>([]),
	delays: fc.array(fc.nat(6), { maxLength: 30 }),
	concurrency: fc.integer({ min: 1, max: 5 }),
	list: fc.record({
		path: fc.constant<string[]>(['list']),
		limit: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
	}),
});

/** Reads a list. @returns the ids that came out, or the error */
export async function read(moving: MovingList, { concurrency, list }: Plan) {
	const fail = (message: string) => new RequestError({ message });
	const walk: ListWalk = {
		paging: moving.paging,
		list,
		concurrency,
		fetch: async (place) => await moving.fetch(place),
		fail,
		failUnstable: () => fail('unstable'),
	};
	try {
		const { entries } = await fetchList(walk);
		return { ids: entries.map(({ id }) => String(id)) };
	} catch (error) {
		expect(error).toBeInstanceOf(RequestError);
		return { error };
	}
}
