import type { ListRequest } from '../service/paging';
import type { PollClient } from './pollClient';
import type { ListState } from './scanList';

/** The state of a list whose total shows whether records were added. */
export interface CountedState extends ListState {
	/**
	 * When the last scan began, or one that it followed at once: milliseconds since 1970. Without it, the
	 * next poll scans the list.
	 */
	countedAt?: number;
}

/** Milliseconds; polls don't begin exactly on time. */
const TOLERANCE = 5_000;

/** Whether the last scan found exactly the known records, and as many as the service counts. */
const isCounted = ({ known, stats, wasSound, joining }: CountedState): boolean =>
	wasSound &&
	joining.length === 0 &&
	stats.nextPage === undefined &&
	stats.total === stats.seen &&
	known.size === stats.seen;

/**
 * Whether a list still has as many records as the last scan found, by one small request. It can't see that
 * one record was removed and another added.
 * @param interval milliseconds after which the list is scanned in any case
 * @returns false also if only a scan can tell; then mostly without a request
 */
export async function hasSameTotal(
	poll: PollClient,
	list: ListRequest,
	state: CountedState,
	interval: number,
): Promise<boolean> {
	const { countedAt = NaN, stats } = state;
	const age = Date.now() - countedAt;
	if (!(age >= 0 && age + TOLERANCE < interval) || !isCounted(state)) return false;
	for await (const { total } of poll.pages({ ...list, limit: 1 })) return total === stats.seen;
	return false;
}
