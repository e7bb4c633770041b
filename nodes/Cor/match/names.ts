import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../actions/organisation/simplify';
import { Vocabulary } from './spelling';
import {
	abbreviates,
	fillerAt,
	hasInitials,
	KIND_OF_TYPE,
	kindsIn,
	type Name,
	readName,
	readWritten,
	similarKind,
} from './words';

/** An organisation of the register, simplified, with its name as it is compared. */
export interface Entry {
	organisation: IDataObject;
	name: Name;
	isWithdrawn: boolean;
}

/**
 * How a name fits an organisation: all of it (`same`), all but for typing errors (`spelling`), by an
 * abbreviation, as words of a longer name (`inside`), in part, or all of it but as another kind of
 * organisation (`kind`).
 */
export type Fit = 'same' | 'spelling' | 'abbreviation' | 'inside' | 'part' | 'kind';

export interface Candidate {
	entry: Entry;
	fit: Fit;
	/** 0 to 1. */
	score: number;
}

export const WHY: Record<Fit, string> = {
	same: 'It has the same name',
	spelling: 'Its name is spelt almost the same',
	abbreviation: 'Its name can be abbreviated so',
	inside: 'Its name has all these words, and more',
	part: 'Part of its name is the same',
	kind: 'It has this name, but is another kind of organisation',
};

export interface NameResult {
	/** Best first. */
	candidates: Candidate[];
	/** Whether an organisation has the name as it was written. */
	isWhole: boolean;
	/** Whether the first one is the only organisation that the name fits. */
	isCertain: boolean;
	/** Whether the first one is likely to be meant. */
	isLikely: boolean;
}

export const NOTHING: NameResult = {
	candidates: [],
	isWhole: false,
	isCertain: false,
	isLikely: false,
};

/** Organisations of which a rare word is worth as much as in a whole register. */
const USUAL_SIZE = 6000;

/** Part of its score that a guess keeps. */
const GUESSED = 0.95;

/** Names that a common word is in. */
const COMMON = 150;

/** A candidate below it is none. */
const LEAST_SCORE = 0.15;

/** Candidates kept for one name. */
const MOST_CANDIDATES = 12;

/** Parts of what was written, and of the organisation's name, that a likely match has. */
const LIKELY = { written: 0.6, writtenWithKind: 0.35, registered: 0.6 };

/** A municipality comes first where only a place is named. */
const KINDS_FIRST = ['gemeente', 'provincie', 'waterschap'];

const rank = (kind = ''): number => KINDS_FIRST.indexOf(kind) + 1 || KINDS_FIRST.length + 1;

/** @param organisation as the register gives it */
export function entryOf(given: IDataObject): Entry {
	const organisation = simplify(given);
	const name = readName(String(organisation.naam ?? ''));
	name.kind ??= KIND_OF_TYPE.get(String(organisation.organisatieType));
	const isWithdrawn = organisation.status === 'Ingetrokken';
	return { organisation, name, isWithdrawn };
}

/** Finds organisations by names as people write them. */
export class NameIndex {
	/** By word, the positions of the entries whose name has it. */
	private readonly positions = new Map<string, number[]>();

	private readonly byCompact = new Map<string, number[]>();

	private readonly byFirstLetter = new Map<string, number[]>();

	private readonly vocabulary: Vocabulary;

	/** Of the words of each entry's name. */
	private readonly weights: number[];

	constructor(private readonly entries: Entry[]) {
		entries.forEach(({ name }, position) => {
			for (const word of [...name.words, ...name.province]) add(this.positions, word, position);
			// Written as one word, or as several.
			add(this.byCompact, name.words.join(''), position);
			for (const letter of new Set(name.all.map(([first]) => first))) {
				add(this.byFirstLetter, letter, position);
			}
		});
		this.vocabulary = new Vocabulary(this.positions.keys());
		this.weights = entries.map(({ name }) =>
			name.words.reduce((sum, word) => sum + this.weight(word), 0),
		);
	}

	find(written: string): NameResult {
		let best = NOTHING;
		for (const { name, isGuess } of readWritten(written)) {
			const result = this.findName(name);
			const { candidates } = result;
			if (isGuess) {
				Object.assign(result, { isCertain: false, isWhole: false });
				for (const candidate of candidates) candidate.score *= GUESSED;
			}
			if (result.isCertain) return result;
			if (rankOf(result) > rankOf(best)) best = result;
		}
		return best;
	}

	private findName(written: Name): NameResult {
		const name = this.guessKind(written);
		let found = this.score(name);
		const same = found.filter(({ fit }) => fit === 'same');
		if (same.length === 0) {
			const shorts = this.abbreviated(name);
			const short = new Set(shorts.map(({ entry }) => entry));
			found = [...found.filter(({ entry }) => !short.has(entry)), ...shorts].sort(better);
		}
		const active = same.filter(({ entry }) => !entry.isWithdrawn);
		const fitting = active.length > 0 ? active : same;
		return {
			candidates: found.slice(0, MOST_CANDIDATES),
			isWhole: same.length > 0,
			isCertain: name === written && fitting.length === 1 && isAsWritten(name, fitting[0].entry),
			isLikely: found.length > 0 && found[0].score >= 0.5,
		};
	}

	/** The name with a kind that was misspelt: `Gemeete Utrecht`. */
	private guessKind(name: Name): Name {
		if (name.kind !== undefined || name.words.length < 2) return name;
		const misspelt = name.words.find((word) => !this.positions.has(word) && similarKind(word));
		if (misspelt === undefined) return name;
		const words = name.words.filter((word) => word !== misspelt);
		return { ...name, kind: similarKind(misspelt), words };
	}

	private weight(word: string): number {
		const size = Math.max(USUAL_SIZE, this.entries.length);
		return Math.log(1 + size / Math.max(1, this.count(word)));
	}

	/** In how many names a word is. */
	private count(word: string): number {
		return this.positions.get(word)?.length ?? 0;
	}

	/** The entries with exactly these words, written apart or as one. */
	private whole(words: string[]): number[] {
		return this.byCompact.get(words.join('')) ?? [];
	}

	/** Scores the entries that share words with a name. */
	private score(written: Name): Candidate[] {
		const { words } = written;
		/** By position of an entry, what it shares with the name. */
		const shared = new Map<number, { weight: number; words: number }>();
		const credit = (position: number, weight: number, count: number) => {
			const sum = shared.get(position);
			if (sum === undefined) return void shared.set(position, { weight, words: count });
			sum.weight += weight;
			sum.words += count;
		};
		let whole = 0;
		const meanings = words.map((word) => {
			const isKnown = this.positions.has(word);
			const similar = isKnown ? [] : this.vocabulary.similar(word);
			const weight = this.weight(similar[0]?.word ?? word);
			whole += weight;
			return isKnown ? [{ word, errors: 0 }] : similar;
		});
		const rarestFirst = meanings.flat().sort((a, b) => this.count(a.word) - this.count(b.word));
		for (const { word, errors } of rarestFirst) {
			const weight = this.weight(word) * (1 - errors / 10);
			const positions = this.positions.get(word) ?? [];
			// A common word makes no candidates where there are rarer ones, or nothing else is known.
			const isCommon = positions.length > COMMON && (shared.size > 0 || rarestFirst.length === 1);
			const candidates = shared.size > 0 ? [...shared.keys()] : this.whole(words);
			for (const position of isCommon ? candidates : positions) {
				const has = !isCommon || this.entries[position].name.words.includes(word);
				if (has) credit(position, weight, 1);
			}
		}
		// One word where the register has several, or the other way round.
		for (const position of this.whole(words)) {
			const isSplit = this.entries[position].name.words.length !== words.length;
			if (isSplit) credit(position, whole, words.length);
		}
		const found: Candidate[] = [];
		for (const [position, sum] of shared) {
			const ofWritten = Math.min(1, sum.weight / whole);
			const ofRegistered = Math.min(1, sum.weight / this.weights[position]);
			if (ofWritten + ofRegistered < 2 * LEAST_SCORE) continue;
			const candidate = judge(written, this.entries[position], ofWritten, ofRegistered, sum.words);
			if (candidate.score >= LEAST_SCORE) found.push(candidate);
		}
		return withoutVague(found).sort(better);
	}

	/** Entries whose name may be abbreviated so. A municipality's never is. */
	private abbreviated({ words, kind }: Name): Candidate[] {
		// `I&W` has become two letters.
		const letters = words.every(({ length }) => length === 1) ? words.join('') : words[0];
		if (words.length > 1 && letters === words[0]) return [];
		if (letters.length < 2 || letters.length > 8) return [];
		const found: Candidate[] = [];
		for (const position of this.byFirstLetter.get(letters[0]) ?? []) {
			const entry = this.entries[position];
			const { name } = entry;
			if (name.kind === 'gemeente' || (kind !== undefined && name.kind !== kind)) continue;
			const isInitials = hasInitials(letters, name);
			if (!isInitials && (letters.length < 3 || !abbreviates(letters, name.all))) continue;
			const score = isInitials ? 0.9 : name.all.length > 1 ? 0.6 : 0.55;
			found.push({ entry, fit: 'abbreviation', score });
		}
		// Letters that many names may have say little.
		const best = Math.max(...found.map(({ score }) => score));
		const isVague = found.filter(({ score }) => score === best).length > 3;
		return isVague ? found.map((one) => ({ ...one, score: one.score / 2 })) : found;
	}
}

/**
 * @param ofWritten part of what was written that the organisation's name has, 0 to 1
 * @param ofRegistered part of the organisation's name that was written
 * @param count words that both have, misspelt ones too
 */
function judge(
	written: Name,
	entry: Entry,
	ofWritten: number,
	ofRegistered: number,
	count: number,
): Candidate {
	const { name } = entry;
	const isOneKind = written.kind !== undefined && written.kind === name.kind;
	// The register has the type of these, so one without it is none of them.
	const isKindKnown = name.kind !== undefined || KINDS_FIRST.includes(written.kind ?? '');
	const isOtherProvince = !hasProvince(written, name) && name.province.length > 0;
	const isOpposed = (!isSameKind(written, name) && isKindKnown) || isOtherProvince;
	const isInside = hasAllWords(written, name);
	const isWhole = isInside && hasAllWords(name, written) && hasProvince(written, name);
	const isEnough =
		ofWritten >= (isOneKind ? LIKELY.writtenWithKind : LIKELY.written) &&
		(isInside || ofRegistered >= LIKELY.registered);
	let score = (ofWritten + ofRegistered) / 2;
	if (isOpposed) score *= 0.45;
	else if (!isSameKind(written, name)) score *= 0.8;
	if (!hasForms(written, name)) score *= 0.8;
	if (!hasProvince(written, name)) score *= 0.9;
	if (!isEnough) score *= 0.5;
	const areAllShared = count >= Math.max(written.words.length, name.words.length);
	let fit: Fit = isInside ? 'inside' : areAllShared ? 'spelling' : 'part';
	if (isWhole) fit = 'same';
	if (isOpposed && (isWhole || fit === 'spelling')) fit = 'kind';
	return { entry, fit, score: isInside && !isOpposed ? Math.max(score, 0.6) : score };
}

export function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
	const values = map.get(key);
	if (values) values.push(value);
	else map.set(key, [value]);
}

const isSameKind = (written: Name, name: Name): boolean =>
	written.kind === undefined || written.kind === name.kind;

/** A likely result comes before one that is not, whatever its score. */
const rankOf = ({ candidates, isLikely }: NameResult): number =>
	(candidates[0]?.score ?? -1) + (isLikely ? 2 : 0);

/**
 * Whether an organisation has all kinds and legal forms that were written. Only a municipality, a
 * province and a water board go without their kind, and then begin and end as written: `Financiën` may
 * be no ministry, and `Van Houten` is another name than `Houten`.
 */
const isAsWritten = (written: Name, { name }: Entry): boolean =>
	kindsIn(written).every((kind) => kind === name.kind || kindsIn(name).includes(kind)) &&
	hasForms(written, name) &&
	(written.kind !== undefined ||
		name.kind === undefined ||
		(KINDS_FIRST.includes(name.kind) &&
			([0, -1] as const).every((end) => fillerAt(written, end) === fillerAt(name, end))));

const hasForms = (written: Name, name: Name): boolean =>
	written.forms.every((form) => name.forms.includes(form));

/** Whether a name has all words of another one, or an abbreviation of itself in their place. */
const hasAllWords = (of: Name, name: Name): boolean =>
	of.words.join('') === name.words.join('') ||
	of.words.every(
		(word) =>
			[...name.words, ...name.province, name.abbreviation].includes(word) ||
			(word.length > 1 && name.words.length > 1 && abbreviates(word, name.all)),
	);

const hasProvince = (written: Name, name: Name): boolean =>
	written.province.length === 0 || written.province.join() === name.province.join();

/** Words that are inside many names say little about which one is meant. */
function withoutVague(candidates: Candidate[]): Candidate[] {
	const inside = candidates.filter(({ fit }) => fit === 'inside');
	if (inside.length > 3) for (const candidate of inside) candidate.score *= 0.6;
	return candidates;
}

/** Orders candidates: by score, an active one before a withdrawn one, a municipality first. */
function better(a: Candidate, b: Candidate): number {
	return (
		Number(b.fit === 'same') - Number(a.fit === 'same') ||
		(b.fit === 'same' ? Number(a.entry.isWithdrawn) - Number(b.entry.isWithdrawn) : 0) ||
		b.score - a.score ||
		Number(a.entry.isWithdrawn) - Number(b.entry.isWithdrawn) ||
		rank(a.entry.name.kind) - rank(b.entry.name.kind) ||
		Number(a.entry.organisation.hoofdOin !== null) - Number(b.entry.organisation.hoofdOin !== null)
	);
}
