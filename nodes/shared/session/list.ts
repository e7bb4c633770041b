import type { IDataObject } from 'n8n-workflow';

import type { RequestError } from '../service/RequestError';
import { type Walk, walkPages } from './pages';

/** A list as it was fetched. */
export interface FetchedList {
	entries: IDataObject[];
	/** Entries of the whole list, where the service says so. */
	total?: number;
}

/** How a list is fetched. */
export interface ListWalk extends Walk {
	/** Makes the error of a list that changed each time it was read. */
	failRestless(): RequestError;
}

/** How often a list is read again because entries moved while it was read. */
const MOST_CORRECTIONS = 2;

/** Entries in the order of the list, each once. */
class Collection {
	readonly entries: IDataObject[] = [];

	private readonly seen = new Set<string>();

	constructor(
		private readonly identify: (entry: IDataObject) => string | undefined,
		private readonly limit = Infinity,
	) {}

	get size(): number {
		return this.entries.length;
	}

	get isFull(): boolean {
		return this.size >= this.limit;
	}

	/** Drops entries that can't be distinguished from those of another pass. */
	forgetNameless(): void {
		const named = this.entries.filter((entry) => this.identify(entry) !== undefined);
		this.entries.length = 0;
		for (const entry of named) this.entries.push(entry);
	}

	/** Adds those that are not there yet, up to the limit. */
	add(entries: IDataObject[]): void {
		for (const entry of entries) {
			if (this.isFull) break;
			const id = this.identify(entry);
			if (id !== undefined && this.seen.has(id)) continue;
			if (id !== undefined) this.seen.add(id);
			this.entries.push(entry);
		}
	}
}

/** What one way through a list came to. */
interface Pass {
	/** Entries that were told, by each answer that told it, in the order of the answers. */
	totals: number[];
	/** The same in the order of the pages, which is another where they are asked side by side. */
	ofPages: number[];
	/** What tells the entries apart that were read, in their order. */
	order: unknown[];
}

async function pass(walk: ListWalk, into: Collection, fresh: boolean): Promise<Pass> {
	const { identify } = walk.paging;
	const order: unknown[] = [];
	const totals: number[] = [];
	const ofPages: number[] = [];
	const fetch: Walk['fetch'] = async (place, again) => {
		const page = await walk.fetch(place, fresh || again);
		if (page.total !== undefined) totals.push(page.total);
		return page;
	};
	for await (const { entries, total } of walkPages({ ...walk, fetch })) {
		if (total !== undefined) ofPages.push(total);
		into.add(entries);
		for (const entry of entries) order.push(identify(entry) ?? entry);
		if (into.isFull) break;
	}
	return { totals, ofPages, order };
}

/** How many different entries there were in all, those counted that came or went meanwhile. */
const everThere = (totals: number[]): number =>
	totals.reduce((sum, total, index) => sum + Math.max(0, total - (totals[index - 1] ?? 0)), 0);

const hasShrunk = (totals: number[]): boolean =>
	totals.some((total, index) => total < (totals[index - 1] ?? 0));

const areEqual = (a: unknown[], b: unknown[]): boolean =>
	a.length === b.length && a.every((value, index) => value === b[index]);

/** What several ways through a list came to. */
class Passes {
	private readonly totals: number[] = [];

	private before?: Pass;

	constructor(private readonly offset: number) {}

	/** Entries of the whole list, as told last. */
	get total(): number | undefined {
		return this.totals.at(-1);
	}

	/**
	 * Whether all that was there from the beginning has been read.
	 * @param size different entries of all passes, this one counted
	 * @param isLast there will be no other pass
	 */
	isWhole(read: Pass, size: number, isLast: boolean): boolean {
		const { before, total, offset } = this;
		// A pass without a total must have as many entries as the total before.
		const totals = read.totals.length === 0 && total !== undefined ? [total] : read.totals;
		this.totals.push(...totals);
		this.before = read;
		const different = new Set(read.order).size;
		if (different >= everThere(totals) - offset) return true;
		if (size >= everThere(this.totals) - offset) return true;
		const [first] = totals;
		if (hasShrunk(totals)) return false;
		// One that comes before the place that is read makes another come twice.
		const twice = hasShrunk(read.ofPages) ? 0 : read.order.length - different;
		const cameBefore = Math.min(twice, everThere(totals) - first);
		if (different + cameBefore >= everThere(totals) - offset) return true;
		if (before === undefined) return false;
		// Both passes have it as often: the service holds it twice.
		const isSame = areEqual(read.order, before.order) && areEqual(read.totals, before.totals);
		if (isSame && read.order.length >= everThere(totals) - offset) return true;
		// All that was ever seen, and as many as there were at first: the list goes on growing.
		return isLast && different === size && size >= first - offset;
	}
}

/**
 * Fetches a list up to its end or the limit, in the service's order, each entry once. When entries
 * move while it is read, some come twice and others not at all: it is then gone through again for
 * what was missed, which comes last. Two changes can't be seen: one entry has gone and another has come
 * between the same two answers; one has moved forwards and another has come at the end.
 * @throws InputError, RequestError; the latter also for a list that contradicts itself, or changes
 *   each time it is read, so that none is ever shorter than it is without an error
 */
export async function fetchList(walk: ListWalk): Promise<FetchedList> {
	const { paging, list } = walk;
	const collection = new Collection(paging.identify, list.limit);
	const passes = new Passes(list.offset ?? 0);
	for (let corrections = 0; corrections <= MOST_CORRECTIONS; corrections++) {
		if (corrections > 0) collection.forgetNameless();
		const read = await pass(walk, collection, corrections > 0);
		const { entries, size, isFull } = collection;
		const isWhole = passes.isWhole(read, size, corrections === MOST_CORRECTIONS);
		if (isFull || isWhole) return { entries, total: passes.total };
	}
	throw walk.failRestless();
}
