import type { IDataObject } from 'n8n-workflow';

import {
	pageSize,
	type FetchedPage,
	type ListRequest,
	type PageRequest,
	type Paging,
} from './paging';
import { inParallel } from './parallel';

/** How a list is fetched. */
export interface ListFetch {
	paging: Paging;
	list: ListRequest;
	/** Pages under way at the same time; 1: strictly one after another. */
	concurrency: number;
	/** @param again it must be asked anew, even where the answer is known */
	fetchPage(place: PageRequest, again: boolean): Promise<FetchedPage>;
}

/** How often a list is gone through once more because entries vanished while it was read. */
const MOST_CORRECTIONS = 2;

/** Entries in the order of the list, each once. */
class Collection {
	readonly entries: IDataObject[] = [];

	private readonly seen = new Set<string>();

	constructor(
		private readonly paging: Paging,
		private readonly limit = Infinity,
	) {}

	get isFull(): boolean {
		return this.entries.length >= this.limit;
	}

	/** Adds those that are not there yet, up to the limit. @returns whether there were any */
	add(page: FetchedPage): boolean {
		const before = this.entries.length;
		for (const entry of page.entries) {
			if (this.isFull) break;
			const id = this.paging.identify(entry);
			if (id !== undefined && this.seen.has(id)) continue;
			if (id !== undefined) this.seen.add(id);
			this.entries.push(entry);
		}
		return this.entries.length > before;
	}
}

/** What a pass through a list came to. */
interface Pass {
	/** Entries of the whole list, where the service says so. */
	total?: number;
	/** The total became smaller meanwhile: entries behind the vanished ones moved up unseen. */
	shrank: boolean;
}

/** The entries a page holds when it is full; undefined where that can't be told in advance. */
function fullPage({ paging }: ListFetch, first: FetchedPage, size: number): number | undefined {
	const { length } = first.entries;
	if (first.total === undefined || first.isLast) return undefined;
	return paging.fixedSize || length === size ? length : undefined;
}

/** Fetches page after page, from a page on, until the end. */
async function oneByOne(
	fetch: ListFetch,
	from: PageRequest,
	into: Collection,
	again: boolean,
): Promise<void> {
	let place = from;
	while (!into.isFull) {
		const page = await fetch.fetchPage(place, again);
		const isNew = into.add(page);
		// A page that brings nothing new: a service that repeats itself must not hold us for ever.
		if (page.isLast || !isNew) break;
		place = {
			...place,
			number: place.number + 1,
			offset: place.offset + page.entries.length,
		};
	}
}

/**
 * Goes through a list once. The first page tells the total; the others are fetched side by side
 * and taken in order. Where the total is not known, or a page is not full, one after another.
 */
async function pass(fetch: ListFetch, into: Collection, again: boolean): Promise<Pass> {
	const { list, concurrency } = fetch;
	const size = pageSize(fetch.paging, list.limit);
	const start = list.offset ?? 0;
	const first = await fetch.fetchPage({ number: 1, size, offset: start }, again);
	const isNew = into.add(first);
	const { total: atFirst } = first;
	if (first.isLast || into.isFull) return { shrank: false, total: atFirst };

	const full = fullPage(fetch, first, size);
	if (full === undefined || concurrency === 1) {
		if (!isNew) return { shrank: false, total: atFirst };
		const second = { number: 2, size, offset: start + first.entries.length };
		await oneByOne(fetch, second, into, again);
		return { shrank: false, total: atFirst };
	}

	let total = first.total!;
	let smallest = total;
	const pages: FetchedPage[] = [];
	await inParallel({
		count: () => Math.ceil(Math.min(total - start, list.limit ?? Infinity) / full) - 1,
		bound: () => concurrency,
		run: async (index) => {
			const offset = start + (index + 1) * full;
			const page = await fetch.fetchPage({ number: index + 2, size, offset }, again);
			pages[index] = page;
			total = page.total ?? total;
			smallest = Math.min(smallest, total);
		},
	});
	let lastIsNew = true;
	for (const page of pages) lastIsNew = into.add(page);

	const last = pages.at(-1) ?? first;
	if (!last.isLast && lastIsNew) {
		const number = pages.length + 2;
		await oneByOne(fetch, { number, size, offset: start + (number - 1) * full }, into, again);
	}
	return { shrank: smallest < first.total!, total };
}

/**
 * Fetches a list up to its end or the limit, in the service's order, each entry once. When entries
 * vanish while it is read, those behind them move to pages that have been read: it is then gone
 * through once more for what was missed, which comes last.
 * @returns the entries, and how many the whole list has where the service says so
 * @throws InputError, RequestError
 */
export async function fetchList(
	fetch: ListFetch,
): Promise<{ entries: IDataObject[]; total?: number }> {
	const collection = new Collection(fetch.paging, fetch.list.limit);
	let total: number | undefined;
	for (let corrections = 0; corrections <= MOST_CORRECTIONS; corrections++) {
		const done = await pass(fetch, collection, corrections > 0);
		total = done.total;
		if (!done.shrank || collection.isFull) break;
	}
	return { entries: collection.entries, total };
}
