import type { FetchedPage } from '../service/paging';

const counted = (total: number): string =>
	`the list should have ${total.toLocaleString('en')} entries`;

/** The reason of a list without an end, or with more entries than n8n can hold. */
export const endless = (total: number | undefined): string =>
	total === undefined
		? 'the list has no end'
		: `${counted(total)}, which is wrong or more than n8n can hold`;

/**
 * Compares a page with its own length and total, and with earlier pages.
 * @param known.total of the list, from the last page that had one
 * @param known.full entries of a page that is not the last; unknown: it may have fewer
 * @returns what is inconsistent, undefined if nothing is
 */
export function inconsistencyOf(
	{ entries: { length }, hasMore, place: { number, offset }, total }: FetchedPage,
	known: { total?: number; full?: number },
): string | undefined {
	if (length === 0 && hasMore === true) return `page ${number} is empty, but not the last`;
	const all = total ?? known.total;
	if (all === undefined) return undefined;
	const left = all - offset;
	if (left > 0 && length < Math.min(known.full ?? 1, left)) {
		return `${counted(all)}, but page ${number} has ${length}`;
	}
	return hasMore === false && length < left
		? `${counted(all)}, but page ${number} is the last`
		: undefined;
}
