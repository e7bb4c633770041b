import type { IDataObject } from 'n8n-workflow';

import type { FetchedPage } from '../service/paging';
import type { RequestError } from '../service/RequestError';
import { type Walk, walkPages } from './pages';

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
	/** In their order in the list, which may be another than that of the answers. */
	pages: FetchedPage[];
}

/** Entries by their identity, or by themselves if they have none. */
type Entries = Map<unknown, IDataObject>;

/**
 * Reads all pages until there are enough entries.
 * @param found those of the entries that are asked for; the same map if all are
 * @param fresh requests pages that are known too
 */
async function scan(
	walk: ListWalk,
	entries: Entries,
	found: Entries,
	fresh: boolean,
): Promise<Pass> {
	const { identify } = walk.paging;
	const { limit = Infinity, matches, ...all } = walk.list;
	const list = matches ? all : walk.list;
	const pass: Pass = { totals: [], pages: [] };
	const fetch: Walk['fetch'] = async (place, again) => {
		const page = await walk.fetch(place, fresh || again);
		if (page.total !== undefined) pass.totals.push(page.total);
		return page;
	};
	for await (const page of walkPages({ ...walk, list, fetch })) {
		pass.pages.push(page);
		for (const entry of page.entries) {
			const identity = identify(entry) ?? entry;
			if (found.size >= limit || entries.has(identity)) continue;
			entries.set(identity, entry);
			if (matches?.(entry)) found.set(identity, entry);
		}
		if (found.size >= limit) break;
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
 */
function isWhole({ paging, list }: ListWalk, passes: Pass[], size: number): boolean {
	const identities = ({ pages }: Pass) =>
		pages.flatMap(({ entries }) => entries.map((entry) => paging.identify(entry) ?? entry));
	const { offset = 0 } = list;
	const [last, before] = [...passes].reverse();
	const { totals, pages } = last;
	const different = before ? new Set(identities(last)).size : size;
	const wanted = countAll(totals) - offset;
	if (different >= wanted) return true;
	if (size >= countAll(passes.flatMap((pass) => pass.totals)) - offset) return true;
	if (hasShrunk(totals)) return false;
	const order = identities(last);
	const [first] = totals;
	const pageTotals = pages.flatMap(({ total }) => total ?? []);
	// An entry added before the page that is read moves another one, which then comes twice.
	const repeats = hasShrunk(pageTotals) ? 0 : order.length - different;
	if (different + Math.min(repeats, countAll(totals) - first) >= wanted) return true;
	if (!before) return false;
	// Both passes repeat the same entries: the service has them twice.
	const isSame = areEqual(order, identities(before)) && areEqual(totals, before.totals);
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
 * @returns also the total of the whole list, if the service says so
 * @throws InputError, RequestError; the latter also for a list that is inconsistent, or changes during
 *   each pass
 */
export async function fetchList(
	walk: ListWalk,
): Promise<{ entries: IDataObject[]; total?: number }> {
	const { limit = Infinity, matches } = walk.list;
	const entries: Entries = new Map();
	const found: Entries = matches ? new Map() : entries;
	const passes: Pass[] = [];
	while (passes.length <= MAX_CORRECTIONS) {
		// Entries without an identity can't be compared with those of another pass.
		for (const [identity, entry] of entries) {
			if (identity === entry) [entries, found].forEach((map) => map.delete(identity));
		}
		const pass = await scan(walk, entries, found, passes.length > 0);
		const total = [...passes, pass].flatMap(({ totals }) => totals).at(-1);
		// A pass without a total must have as many entries as the last total.
		if (pass.totals.length === 0 && total !== undefined) pass.totals.push(total);
		passes.push(pass);
		if (found.size >= limit || isWhole(walk, passes, entries.size)) {
			return { entries: [...found.values()], total };
		}
	}
	throw walk.failUnstable();
}
