import type { FetchedPage, ListRequest, Page, PagePlace, Paging } from '../service/paging';
import type { RequestError } from '../service/RequestError';
import { endless, inconsistencyOf } from './pagingInconsistency';

export interface Walk {
	paging: Paging;
	list: ListRequest;
	/** Most pages in flight; 1: strictly one after another. */
	concurrency: number;
	/** Number of the first page. Default 1. */
	from?: number;
	/**
	 * @param fresh requests a page that is known too
	 * @throws InputError, RequestError
	 */
	fetch(place: PagePlace, fresh: boolean): Promise<FetchedPage>;
	/** Makes the error of a list that is inconsistent. */
	fail(reason: string): RequestError;
}

/** Most entries in a list: n8n itself runs out of memory beyond that. */
export const MAX_ENTRIES = 1_000_000;

/** Most pages to read beyond the total; one more is an error. */
const MAX_BEYOND = 2;

/**
 * Returns the page size that reaches a limit with the fewest pages and the fewest entries beyond it.
 * @returns e.g. 30 for a limit of 30, 75 for a limit of 150 with at most 100 a page
 */
export function pageSize(paging: Paging, limit?: number): number {
	if (paging.fixedSize || limit === undefined) return paging.maximum;
	return Math.ceil(limit / Math.ceil(limit / paging.maximum));
}

/** Whether a page is the last: the service says so, else by its total, else by its length. */
export function isLast({ entries, hasMore, total }: Page, { offset, size }: PagePlace): boolean {
	if (hasMore !== undefined) return !hasMore;
	if (total !== undefined) return offset + entries.length >= total;
	return entries.length < size;
}

function firstPlace({ paging, list, from = 1 }: Walk): PagePlace {
	const size = pageSize(paging, list.limit);
	return { number: from, size, offset: (list.offset ?? 0) + (from - 1) * size };
}

/** The place after a page; `ahead` pages of the same length after it. */
const placeAfter = ({ place, entries }: FetchedPage, ahead = 1): PagePlace => ({
	...place,
	number: place.number + ahead,
	offset: place.offset + ahead * entries.length,
});

/**
 * Fetches a page, again if it is inconsistent. An empty page without a total may be past the end of a
 * list that has become shorter: then the first page shows whether it is.
 * @param known from earlier pages: the total, and the entries of a full page
 * @throws RequestError if it stays inconsistent
 */
async function fetchConsistent(
	walk: Walk,
	place: PagePlace,
	known: { total?: number; full?: number } = {},
): Promise<FetchedPage> {
	const once = await walk.fetch(place, false);
	if (inconsistencyOf(once, known) === undefined) return once;
	const page = await walk.fetch(place, true);
	const reason = inconsistencyOf(page, { ...known, total: once.total ?? known.total });
	if (reason === undefined) return page;
	const { entries, hasMore, total } = page;
	if (entries.length === 0 && !hasMore && total === undefined && place.number > 1) {
		const first = await walk.fetch(firstPlace(walk), true);
		if (first.total !== undefined && first.total <= place.offset) {
			return { ...page, total: first.total };
		}
	}
	throw walk.fail(reason);
}

/** Fetches the other pages side by side, as many as the total says, and yields them in order. */
async function* sideBySide(walk: Walk, first: FetchedPage): AsyncGenerator<FetchedPage> {
	const { list, concurrency } = walk;
	const { limit = Infinity } = list;
	const full = first.entries.length;
	const pages: Array<Promise<FetchedPage>> = [];
	let total = first.total!;
	let inFlight = 0;
	let index = 0;
	let isOver = false;

	const fetch = async (ahead: number): Promise<FetchedPage> => {
		const page = await fetchConsistent(walk, placeAfter(first, ahead), { total, full });
		total = page.total ?? total;
		if (Math.min(total, limit) > MAX_ENTRIES) throw walk.fail(endless(total));
		return page;
	};
	const start = () => {
		const count = Math.ceil(Math.min(total - first.place.offset, limit) / full) - 1;
		// One after another, no page is requested before the caller wants it.
		const most = concurrency === 1 ? Math.min(count, index + 1) : count;
		while (!isOver && inFlight < concurrency && pages.length < most) {
			inFlight++;
			const page = fetch(pages.length + 1);
			pages.push(page);
			const end = (failed: boolean) => {
				inFlight--;
				isOver ||= failed;
				start();
			};
			page.then(
				() => end(false),
				() => end(true),
			);
		}
	};

	try {
		for (start(); index < pages.length; index++, start()) yield await pages[index];
	} finally {
		isOver = true;
		// Requests in flight can't be cancelled.
		await Promise.allSettled(pages);
	}
}

/**
 * Fetches the pages of a list and yields them in order, until the last one or until the caller stops.
 * If the first page gives a total, the others are fetched side by side; otherwise one after another. The
 * third page beyond the total is an error; without one, an entry beyond `MAX_ENTRIES`.
 * @throws InputError, RequestError; the latter also for a list that is inconsistent
 */
export async function* walkPages(walk: Walk): AsyncGenerator<FetchedPage> {
	const { limit = Infinity } = walk.list;
	let page = await fetchConsistent(walk, firstPlace(walk));
	let { total } = page;
	if (Math.min(total ?? 0, limit) > MAX_ENTRIES) throw walk.fail(endless(total));
	yield page;
	const { length } = page.entries;
	const isFull = length > 0 && (walk.paging.fixedSize || length === page.place.size);
	if (!page.isLast && total !== undefined && isFull) {
		for await (page of sideBySide(walk, page)) {
			total = page.total ?? total;
			yield page;
		}
	}
	for (let beyond = 0, before = page; !page.isLast; before = page) {
		page = await fetchConsistent(walk, placeAfter(before), { total });
		total = page.total ?? total;
		const { number, offset } = page.place;
		if (total !== undefined && offset >= total) beyond++;
		if (beyond > MAX_BEYOND || offset > MAX_ENTRIES) throw walk.fail(endless(total));
		if (!page.isLast && JSON.stringify(page.entries) === JSON.stringify(before.entries)) {
			throw walk.fail(`page ${number} is the same as the one before it`);
		}
		yield page;
	}
}
