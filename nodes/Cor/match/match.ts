import { deepCopy, type IDataObject } from 'n8n-workflow';

import { numberIn, type NumberKind, numbersOf } from '../oin';
import { type Candidate, type Entry, NameIndex, WHY } from './names';
import type { Source } from './register';

/** What is known of an organisation; at least one of them. */
export type Wanted = Partial<Record<NumberKind | 'name', string>>;

export interface Match {
	/** The organisation that fits best; undefined if none is likely. */
	entry?: Entry;
	certainty: 'certain' | 'likely' | 'none';
	how: keyof Wanted | 'abbreviation' | null;
	/** Other organisations that may be meant, best first, each simplified and with `why`. */
	alternatives: IDataObject[];
}

/** An alternative with a lower score helps nobody. */
const LEAST_SCORE = 0.3;

/** By which numbers to look, in this order, and what an alternative found by one says. */
const NUMBERS = [
	['oin', 'It has this OIN'],
	['kvkNumber', 'It has this KvK number'],
	['rsin', 'It has this RSIN'],
] as const;

/** Whether an organisation has other numbers than those that are known. */
function hasOtherNumber({ organisation }: Entry, wanted: Wanted): boolean {
	const own = numbersOf(organisation);
	return NUMBERS.some(([kind]) => {
		const number = wanted[kind];
		return number !== undefined && own[kind].length > 0 && !own[kind].includes(number);
	});
}

/** How well a name fits one organisation; 0: not at all, or it names another kind or province. */
function nameScore(entry: Entry, { name }: Wanted): number {
	if (name === undefined) return 1;
	const { candidates, isLikely } = new NameIndex([entry]).find(name);
	return isLikely ? candidates[0].score : 0;
}

/** Whether an organisation's OIN is its KvK number or RSIN, with zeros: the main one of the number. */
const isOwn = ({ organisation: { oin } }: Entry): boolean =>
	/^(?:00000003.{8}0000|00000001.{9}000)$/.test(String(oin));

/** Orders organisations with the same number: as named, active, a main organisation. */
function ranked(entries: Entry[], wanted: Wanted): Entry[] {
	const score = new Map(entries.map((entry) => [entry, nameScore(entry, wanted)]));
	return [...entries].sort(
		(a, b) =>
			score.get(b)! - score.get(a)! ||
			Number(a.isWithdrawn) - Number(b.isWithdrawn) ||
			Number(isOwn(b)) - Number(isOwn(a)) ||
			Number(a.organisation.hoofdOin !== null) - Number(b.organisation.hoofdOin !== null),
	);
}

/** The organisation for an item of its own: what one item changes, another must not see. */
export const shownOf = ({ organisation }: Entry): IDataObject => deepCopy(organisation);

const alternative = (entry: Entry, why: string): IDataObject => ({
	...shownOf(entry),
	why: entry.isWithdrawn ? `${why}, but it is withdrawn` : why,
});

/** An alternative for each other organisation than the match. */
function alternativesOf(match: Entry | undefined, others: IDataObject[]): IDataObject[] {
	const seen = new Set<unknown>([match?.organisation.oin]);
	return others.filter(({ oin }) => !seen.has(oin) && seen.add(oin));
}

const fromNames = (candidates: Candidate[]): IDataObject[] =>
	candidates
		.filter(({ score }) => score >= LEAST_SCORE)
		.map(({ entry, fit }) => alternative(entry, WHY[fit]));

/** An OIN that the register doesn't have still says the KvK number or the RSIN that it is made of. */
function withNumberInOin(wanted: Wanted): Wanted {
	const { kvkNumber, rsin } = numberIn(wanted.oin ?? '');
	return { ...wanted, kvkNumber: wanted.kvkNumber ?? kvkNumber, rsin: wanted.rsin ?? rsin };
}

/**
 * Finds the organisation that is meant: by its OIN, KvK number or RSIN, or else by its name. It is
 * certain if nothing that is known of it contradicts, and no other organisation fits as well.
 * @throws RequestError
 */
export async function matchOrganisation(given: Wanted, source: Source): Promise<Match> {
	const wanted = withNumberInOin(given);
	for (const [how, why] of NUMBERS) {
		const number = wanted[how];
		const found = number === undefined ? [] : ranked(await source.numbered(how, number), wanted);
		if (found.length === 0) continue;
		const [entry, ...others] = found;
		const isNamed = nameScore(entry, wanted) > 0;
		const rivals = others.filter((other) => {
			const isPart = other.organisation.hoofdOin !== null && entry.organisation.hoofdOin === null;
			const isLess = isPart || (isOwn(entry) && !isOwn(other));
			return !isLess && (!other.isWithdrawn || entry.isWithdrawn);
		});
		const isCertain = isNamed && rivals.length === 0 && !hasOtherNumber(entry, wanted);
		const sameNumber = others.map((other) => alternative(other, why));
		const sameName = isNamed || !wanted.name ? [] : (await source.name(wanted.name)).candidates;
		return {
			entry,
			certainty: isCertain ? 'certain' : 'likely',
			how,
			alternatives: alternativesOf(entry, [...sameNumber, ...fromNames(sameName)]),
		};
	}
	if (wanted.name === undefined) return { certainty: 'none', how: null, alternatives: [] };
	const { candidates, isCertain, isLikely } = await source.name(wanted.name);
	if (!isLikely) return { certainty: 'none', how: null, alternatives: fromNames(candidates) };
	const [{ entry, fit }] = candidates;
	const isSure = isCertain && !hasOtherNumber(entry, wanted);
	const others = isSure ? candidates.filter((one) => one.fit === 'same') : candidates;
	return {
		entry,
		certainty: isSure ? 'certain' : 'likely',
		how: fit === 'abbreviation' ? fit : 'name',
		alternatives: alternativesOf(entry, fromNames(others)),
	};
}
