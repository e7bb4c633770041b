import type { IDataObject } from 'n8n-workflow';

import type { RequestError } from '../service/RequestError';
import { type Walk, walkPages } from './pages';

/** A list as it was fetched. */
export interface FetchedList {
	entries: IDataObject[];
	/** Entries of the whole list, if the service says so. */
	total?: number;
}

/** How a list is fetched. */
export interface ListWalk extends Walk {
	/** Makes the error of a list that changed during each pass. */
	failUnstable(): RequestError;
}

/** How often a list is read again because entries moved meanwhile. */
const MAX_CORRECTIONS = 2;

/** One pass through all pages of a list. */
interface Pass {
	/** The totals in the answers, in the order of the answers. */
	totals: number[];
	/** The same in the order of the pages, which may have been answered in another. */
	pageTotals: number[];
	/** Identity of each entry, in their order. */
	order: unknown[];
}

/** Entries by their identity, in the order of the list; by themselves if they have none. */
type Entries = Map<unknown, IDataObject>;

/** Reads all pages until there are enough entries. @param fresh requests pages that are known too */
async function scan(walk: ListWalk, entries: Entries, fresh: boolean): Promise<Pass> {
	const { identify } = walk.paging;
	const { limit = Infinity } = walk.list;
	const pass: Pass = { totals: [], pageTotals: [], order: [] };
	const fetch: Walk['fetch'] = async (place, again) => {
		const page = await walk.fetch(place, fresh || again);
		if (page.total !== undefined) pass.totals.push(page.total);
		return page;
	};
	for await (const page of walkPages({ ...walk, fetch })) {
		if (page.total !== undefined) pass.pageTotals.push(page.total);
		for (const entry of page.entries) {
			const identity = identify(entry) ?? entry;
			pass.order.push(identity);
			if (entries.size < limit && !entries.has(identity)) entries.set(identity, entry);
		}
		if (entries.size >= limit) break;
	}
	return pass;
}

/** How much each total is above the one before. */
const growth = (totals: number[]): number[] =>
	totals.map((total, index) => total - (totals[index - 1] ?? 0));

/** How many different entries there were, including those that were added or removed meanwhile. */
const countAll = (totals: number[]): number =>
	growth(totals).reduce((sum, added) => sum + Math.max(0, added), 0);

const hasShrunk = (totals: number[]): boolean => growth(totals).some((added) => added < 0);

const areEqual = (a: unknown[], b: unknown[]): boolean =>
	a.length === b.length && a.every((value, index) => value === b[index]);

/**
 * Whether the last pass shows that all entries which were there from the beginning have been read.
 * @param passes all so far
 * @param size different entries in all of them
 * @param offset entries that the list skips
 */
function isWhole(passes: Pass[], size: number, offset: number): boolean {
	const [{ totals, pageTotals, order }, before] = [...passes].reverse();
	const different = before ? new Set(order).size : size;
	const wanted = countAll(totals) - offset;
	if (different >= wanted) return true;
	if (size >= countAll(passes.flatMap((pass) => pass.totals)) - offset) return true;
	if (hasShrunk(totals)) return false;
	const [first] = totals;
	// An entry added before the page that is read moves another one, which then comes twice.
	const repeats = hasShrunk(pageTotals) ? 0 : order.length - different;
	if (different + Math.min(repeats, countAll(totals) - first) >= wanted) return true;
	if (!before) return false;
	// Both passes repeat the same entries: the service has them twice.
	const isSame = areEqual(order, before.order) && areEqual(totals, before.totals);
	if (isSame && order.length >= wanted) return true;
	// A growing list: all entries that were ever seen, and as many as there were at first.
	const isLast = passes.length > MAX_CORRECTIONS;
	return isLast && different === size && size >= first - offset;
}

/**
 * Fetches a list up to its end or the limit, in the service's order, each entry once. If entries move
 * meanwhile, some come twice and others are missed: up to two more passes find those, and put them
 * last. Two changes can't be seen: one entry is removed and another added between the same two answers;
 * one entry moves forwards and another is added at the end.
 * @throws InputError, RequestError; the latter also for a list that is inconsistent, or changes during
 *   each pass
 */
export async function fetchList(walk: ListWalk): Promise<FetchedList> {
	const { limit = Infinity, offset = 0 } = walk.list;
	const entries: Entries = new Map();
	const passes: Pass[] = [];
	while (passes.length <= MAX_CORRECTIONS) {
		// Entries without an identity can't be compared with those of another pass.
		for (const [identity, entry] of entries) if (identity === entry) entries.delete(identity);
		const pass = await scan(walk, entries, passes.length > 0);
		const total = [...passes, pass].flatMap(({ totals }) => totals).at(-1);
		// A pass without a total must have as many entries as the last total.
		if (pass.totals.length === 0 && total !== undefined) pass.totals.push(total);
		passes.push(pass);
		if (entries.size >= limit || isWhole(passes, entries.size, offset)) {
			return { entries: [...entries.values()], total };
		}
	}
	throw walk.failUnstable();
}
