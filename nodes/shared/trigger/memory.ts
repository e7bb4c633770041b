import type { Kept } from './kept';

/** What a poll is remembered by. */
export interface PollName {
	/** Tells the node from all others. */
	node: string;
	/** How it is set now. */
	settings: string;
}

/** The last poll of a node in this process. */
interface LastPoll extends Kept {
	settings: string;
	subject: string;
	hasEmitted: boolean;
	/** Whether n8n scheduled it: not so at activation. */
	isScheduled: boolean;
	/** n8n had handed nothing over. */
	wasEmpty: boolean;
	/** What it started from. */
	before?: Kept;
	/** When it ended, in milliseconds of a clock that is never set. */
	at: number;
}

/** By node. A poll that n8n schedules gets a copy of its own of what was kept. */
const lastPolls = new Map<string, LastPoll>();

/** Nodes of which n8n was seen to store what a poll kept although it emitted nothing. */
const stored = new Set<string>();

/** Milliseconds for which n8n is waited for to store what the last poll emitted. */
const PATIENCE = 30_000;

/** A poll about to begin. */
export interface Beginning {
	subject: string;
	isScheduled: boolean;
	/** The copy that n8n handed over, where it can be read. */
	kept?: Kept;
	/** n8n handed nothing over. */
	isEmpty: boolean;
}

/** What a poll is to start from. */
export type Start =
	| { kept?: Kept }
	/** The copy at hand is older than what the last poll emitted: n8n has not stored that yet. */
	| 'tooEarly';

/**
 * Compares the copy that n8n handed over with the last poll of this process. A copy may be older
 * because polls that were late start together (then changes would be told twice), because n8n
 * stores nothing where nothing was emitted (then what was seen would be forgotten), or because what
 * was emitted could not be stored (then it has not been told). Polls that n8n doesn't schedule share
 * one copy, which is never older.
 */
export function startFrom(
	{ node, settings }: PollName,
	{ subject, isScheduled, kept, isEmpty }: Beginning,
): Start {
	const last = lastPolls.get(node);
	// What the node kept when it was set otherwise says nothing of how it is set now.
	if (last?.settings !== settings || last.subject !== subject) return { kept };
	if (!isScheduled && !last.isScheduled) return { kept };
	// What was not empty before has been emptied.
	if (isEmpty && !last.wasEmpty) return {};
	const serial = kept?.serial ?? 0;
	const isOlder = serial < last.serial;
	// What the poll at activation kept is stored in another way, or not at all.
	if (last.isScheduled && !last.wasEmpty && !last.hasEmitted) {
		if (isOlder) stored.delete(node);
		else stored.add(node);
	}
	if (!isOlder) return { kept };
	if (!last.hasEmitted) return { kept: last };
	if (performance.now() - last.at < PATIENCE) return 'tooEarly';
	const { before } = last;
	return { kept: before && before.serial > serial ? before : kept };
}

/** Remembers a poll that has ended, for as long as this process lives, or the node is set so. */
export function rememberPoll(
	{ node, settings }: PollName,
	poll: Omit<LastPoll, 'at' | 'settings'>,
) {
	lastPolls.set(node, { ...poll, settings, at: performance.now() });
}

/** Whether n8n was seen to store what a poll kept although it emitted nothing. */
export const isStored = ({ node }: PollName): boolean => stored.has(node);
