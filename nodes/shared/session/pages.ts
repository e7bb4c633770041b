import type { FetchedPage, ListRequest, Page, PagePlace, Paging } from '../service/paging';
import type { RequestError } from '../service/RequestError';
import { type Contradiction, contradictionOf } from './contradiction';

/** A way through the pages of a list. */
export interface Walk {
	paging: Paging;
	list: ListRequest;
	/** Pages in flight at the same time; 1: strictly one after another. */
	concurrency: number;
	/** Number of the first page. Default 1. */
	from?: number;
	/**
	 * @param fresh it must be asked, even where the answer is known
	 * @throws InputError, RequestError
	 */
	fetch(place: PagePlace, fresh: boolean): Promise<FetchedPage>;
	/** Makes the error of a list that contradicts itself. */
	fail(contradiction: Contradiction): RequestError;
}

/** Maximum number of entries in a list: beyond that n8n itself runs out of memory. */
export const MOST_ENTRIES = 1_000_000;

/** Pages that are read beyond those that the total tells of. */
const MOST_BEYOND = 2;

/**
 * The size that reaches a limit with the fewest pages and the fewest entries beyond it.
 * @returns e.g. 30 for a limit of 30, 75 for a limit of 150 with at most 100 a page
 */
export function pageSize(paging: Paging, limit?: number): number {
	if (paging.fixedSize || limit === undefined) return paging.maximum;
	return Math.ceil(limit / Math.ceil(limit / paging.maximum));
}

/** Whether a page is the last one: by the service's own word, else by its total, else by its length. */
export function isLast({ entries, hasMore, total }: Page, { offset, size }: PagePlace): boolean {
	if (hasMore !== undefined) return !hasMore;
	if (total !== undefined) return offset + entries.length >= total;
	return entries.length < size;
}

function firstPlace({ paging, list, from = 1 }: Walk): PagePlace {
	const size = pageSize(paging, list.limit);
	return { number: from, size, offset: (list.offset ?? 0) + (from - 1) * size };
}

/** The place behind a page; `ahead` pages of the same length further on. */
const placeAfter = ({ place, entries }: FetchedPage, ahead = 1): PagePlace => ({
	...place,
	number: place.number + ahead,
	offset: place.offset + ahead * entries.length,
});

/** Whether the total and the length of the first page tell where all others stand. */
const canPlan = ({ paging }: Walk, { entries, place, total }: FetchedPage): boolean =>
	total !== undefined &&
	entries.length > 0 &&
	(paging.fixedSize === true || entries.length === place.size);

/**
 * Fetches a page; one that contradicts itself, or earlier pages, is requested again. An
 * empty page that tells no total may be the end of a list that has become shorter: then the first
 * page tells.
 * @param known what earlier pages said: the total, and how many entries a full page has
 * @throws RequestError where the contradiction stays
 */
async function fetchSound(
	walk: Walk,
	place: PagePlace,
	known: { total?: number; full?: number } = {},
): Promise<FetchedPage> {
	let page = await walk.fetch(place, false);
	if (contradictionOf(page, known) === undefined) return page;
	const total = page.total ?? known.total;
	page = await walk.fetch(place, true);
	const contradiction = contradictionOf(page, { ...known, total });
	if (contradiction === undefined) return page;
	const mayHaveEnded = contradiction.kind === 'short' && page.entries.length === 0;
	if (mayHaveEnded && page.total === undefined && place.number > 1) {
		const first = await walk.fetch(firstPlace(walk), true);
		if (first.total !== undefined && first.total <= place.offset) {
			return { ...page, total: first.total };
		}
	}
	throw walk.fail(contradiction);
}

/** Fetches the pages that the total tells of side by side, and gives them in order. */
async function* sideBySide(walk: Walk, first: FetchedPage): AsyncGenerator<FetchedPage> {
	const { list, concurrency } = walk;
	const full = first.entries.length;
	const wanted = list.limit ?? Infinity;
	const pages: Array<Promise<FetchedPage>> = [];
	let total = first.total!;
	let inFlight = 0;
	let index = 0;
	let isOver = false;

	const count = () => Math.ceil(Math.min(total - first.place.offset, wanted) / full) - 1;
	const fetch = async (ahead: number): Promise<FetchedPage> => {
		let isFetched = false;
		inFlight++;
		try {
			const page = await fetchSound(walk, placeAfter(first, ahead), { total, full });
			total = page.total ?? total;
			if (total > MOST_ENTRIES && wanted > MOST_ENTRIES)
				throw walk.fail({ kind: 'endless', total });
			isFetched = true;
			return page;
		} finally {
			inFlight--;
			isOver ||= !isFetched;
			start();
		}
	};
	const start = () => {
		// One after another: none before it is asked for, as whoever asks may have enough.
		const most = concurrency === 1 ? index + 1 : Infinity;
		while (!isOver && inFlight < concurrency && pages.length < Math.min(count(), most)) {
			const page = fetch(pages.length + 1);
			// It is awaited in its turn.
			page.catch(() => {});
			pages.push(page);
		}
	};

	try {
		for (start(); index < pages.length; index++, start()) yield await pages[index];
	} finally {
		isOver = true;
		// Those in flight can't be taken back.
		await Promise.allSettled(pages);
	}
}

/**
 * Goes through the pages of a list, in order, until the last one or until whoever asks has enough.
 * The first page tells the total; the others that it tells of are fetched side by side. Where that
 * isn't known, one after another. How many requests there are is bounded by the total, plus two;
 * where there is none, by `MOST_ENTRIES`.
 * @throws InputError, RequestError; the latter also for a list that contradicts itself
 */
export async function* walkPages(walk: Walk): AsyncGenerator<FetchedPage> {
	const { limit = Infinity } = walk.list;
	let page = await fetchSound(walk, firstPlace(walk));
	let { total } = page;
	if (Math.min(total ?? 0, limit) > MOST_ENTRIES) throw walk.fail({ kind: 'endless', total });
	yield page;
	if (!page.isLast && canPlan(walk, page)) {
		for await (page of sideBySide(walk, page)) {
			total = page.total ?? total;
			yield page;
		}
	}
	for (let beyond = 0, before = page; !page.isLast; before = page) {
		page = await fetchSound(walk, placeAfter(before), { total });
		total = page.total ?? total;
		if (total !== undefined && page.place.offset >= total) beyond++;
		const isEndless = beyond > MOST_BEYOND || page.place.offset > MOST_ENTRIES;
		const isRepeated = !page.isLast && isSame(page, before);
		if (isEndless) throw walk.fail({ kind: 'endless', total });
		if (isRepeated) throw walk.fail({ kind: 'repeated', number: page.place.number });
		yield page;
	}
}

/** Whether two pages hold the same, so that a service repeats itself. */
const isSame = (a: FetchedPage, b: FetchedPage): boolean =>
	a.entries.length === b.entries.length && JSON.stringify(a.entries) === JSON.stringify(b.entries);
