import type { FetchedPage } from '../service/paging';

/** How a list contradicts itself. */
export type Contradiction =
	/** A page is empty, or shorter than the total says. */
	| { kind: 'short'; number: number; entries: number; total: number }
	/** A page is empty, but there is said to be more. */
	| { kind: 'empty'; number: number }
	/** A page is said to be the last, but the total says that there is more. */
	| { kind: 'ended'; number: number; total: number }
	/** A page holds the same as the one before, but there is said to be more. */
	| { kind: 'repeated'; number: number }
	/** There is no end, or more than can be held. */
	| { kind: 'endless'; total?: number };

/**
 * Compares what a page says with its length, and with what earlier pages said.
 * @param known.total of the list, as told last
 * @param known.full how many entries a page has that is not the last; unknown: it may have fewer
 */
export function contradictionOf(
	{ entries, hasMore, place: { number, offset }, total: told }: FetchedPage,
	known: { total?: number; full?: number },
): Contradiction | undefined {
	const total = told ?? known.total;
	const { length } = entries;
	if (length === 0 && hasMore === true) return { kind: 'empty', number };
	if (total === undefined) return undefined;
	const left = total - offset;
	if (left > 0 && length < Math.min(known.full ?? 1, left)) {
		return { kind: 'short', number, entries: length, total };
	}
	return hasMore === false && length < left ? { kind: 'ended', number, total } : undefined;
}

/** What is wrong, as a sentence goes on after "... contradicts itself:". */
export function describeContradiction(contradiction: Contradiction): string {
	const { kind } = contradiction;
	if (kind === 'endless') {
		const { total } = contradiction;
		return total === undefined
			? 'its list has no end'
			: `it says that the list has ${total.toLocaleString('en')} entries, which is not so, or more than n8n can hold`;
	}
	const page = `page ${contradiction.number}`;
	if (kind === 'empty') return `${page} is empty, and there is said to be more`;
	if (kind === 'repeated') return `${page} is the same as the one before it`;
	const said = `it says that the list has ${contradiction.total.toLocaleString('en')} entries`;
	return kind === 'ended'
		? `${said}, and that ${page} is the last`
		: `${said}, but ${page} holds ${contradiction.entries}`;
}
