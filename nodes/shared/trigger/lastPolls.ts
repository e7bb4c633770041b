import type { SavedState } from './staticData';

/** What a poll is about to start from. */
export interface PollStart {
	/** Settings of the node, and what it watches; polls with another setup are ignored. */
	setup: string;
	/** Whether n8n scheduled the poll and gave it its own copy of the static data. */
	isScheduled: boolean;
	/** The static data is empty. */
	isEmpty: boolean;
	/** The static data, if it can be read. */
	saved?: SavedState;
}

interface LastPoll extends Omit<PollStart, 'saved'> {
	before?: SavedState;
	after: SavedState;
	hasEmitted: boolean;
	/** By `performance.now`. */
	endedAt: number;
	/** n8n was seen to store the static data of a poll that emitted nothing. */
	storesQuiet: boolean;
}

/** The last poll of each node in this process. */
const lastPolls = new Map<string, LastPoll>();

/** Milliseconds that n8n gets to store the last emission. */
const STORE_TIMEOUT = 30_000;

/**
 * Chooses the state that a poll starts from. The static data can be older than the last poll
 * - because late polls start at the same time: starting from it would emit changes twice,
 * - because n8n stores nothing for a poll without emission: starting from it would lose what that poll saw,
 * - because n8n failed to store an emission, and dropped it: starting from the last poll would lose it.
 * @returns null while n8n may still be storing the last emission: skip this poll
 */
export function startFrom(node: string, start: PollStart): { saved?: SavedState } | null {
	const { setup, isScheduled, isEmpty, saved } = start;
	const last = lastPolls.get(node);
	if (last?.setup !== setup) return { saved };
	// Unscheduled polls share one object.
	if (!isScheduled && !last.isScheduled) return { saved };
	// The static data was cleared.
	if (isEmpty && !last.isEmpty) return {};
	const serial = saved?.serial ?? 0;
	const isOlder = serial < last.after.serial;
	// n8n stores the poll at activation in another way, or not at all.
	if (last.isScheduled && !last.isEmpty && !last.hasEmitted) last.storesQuiet = !isOlder;
	if (!isOlder) return { saved };
	if (!last.hasEmitted) return { saved: last.after };
	if (performance.now() - last.endedAt < STORE_TIMEOUT) return null;
	const { before } = last;
	return { saved: before && before.serial > serial ? before : saved };
}

export function rememberPoll(
	node: string,
	result: Omit<LastPoll, 'endedAt' | 'storesQuiet'>,
): void {
	const endedAt = performance.now();
	lastPolls.set(node, { ...result, endedAt, storesQuiet: storesQuietPolls(node) });
}

/** Whether n8n was seen to store the static data of a poll that emitted nothing. */
export const storesQuietPolls = (node: string): boolean =>
	lastPolls.get(node)?.storesQuiet ?? false;
