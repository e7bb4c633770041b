import { countErrors } from './spelling';

/** A name as it is compared: without capitals, accents, punctuation and words that say little. */
export interface Name {
	/** What sets it apart: of `Gemeente Bergen op Zoom` these are `bergen` and `zoom`. */
	words: string[];
	/** The province behind it, which the register adds to a name that two places have. */
	province: string[];
	/** All words in their order, for abbreviations. */
	all: string[];
	/** Its kind, e.g. `gemeente`; undefined if it names none. */
	kind?: string;
	/** Its legal forms, e.g. `bv`. */
	forms: string[];
	/** The abbreviation behind it, e.g. `(RIVM)`. */
	abbreviation?: string;
	/** Its words as they were written. */
	written: string[];
}

const table = (text: string): Map<string, string> =>
	new Map(
		text
			.trim()
			.split('\n')
			.flatMap((line) => {
				const [meaning, ...words] = line.trim().split(/ = |, /);
				return words.map((word): [string, string] => [word, meaning]);
			}),
	);

/** What people write for a kind of organisation. */
const KINDS = table(`
	gemeente = gemeente, gem, gemeentebestuur
	provincie = provincie, prov
	waterschap = waterschap, wetterskip, ws, hoogheemraadschap, hgm, hh
	ministerie = ministerie, min, minister
	veiligheidsregio = veiligheidsregio, vr
	omgevingsdienst = omgevingsdienst, od
	ggd = ggd, gezondheidsdienst
	rechtbank = rechtbank, rb
	gerechtshof = gerechtshof`);

const FORMS = table(`
	bv = bv
	nv = nv
	ua = ua
	stichting = stichting, sticht
	vereniging = vereniging, ver
	cooperatie = cooperatie, coop`);

/** Kinds by COR's type: names of water boards often leave it out. */
export const KIND_OF_TYPE = table(`
	gemeente = GM
	provincie = PV
	waterschap = WS`);

/** Other names of the same place, and other ways to write a word. */
const SYNONYMS = table(`
	haag = gravenhage
	bosch = hertogenbosch
	friesland = fryslan
	amsterdam = adam
	rotterdam = rdam
	eerste = 1e
	tweede = 2e`);

/** Words that mean the same as a word, without accents. */
export const synonymsOf = (word: string): string[] =>
	[...SYNONYMS].flatMap(([other, meaning]) =>
		word === other ? [meaning] : word === meaning ? [other] : [],
	);

const PROVINCES = table(`
	groningen = gr
	friesland = fr, frl
	drenthe = dr
	overyssel = ov, o
	flevoland = fl
	gelderland = gld, gd, ge
	utrecht = ut, u
	noord holland = nh
	zuid holland = zh
	zeeland = zld, ze
	noord brabant = nb
	limburg = lb, li, l`);

/** Words that say nothing about which organisation it is. */
const FILLERS = new Set(
	'de het een van der den des te ten ter tot op in en voor aan bij uit s t n ad vd bd om met v vh d ca regeling gr'.split(
		' ',
	),
);

/** Begins a line behind a name on an envelope or an invoice: a department, a person, an address. */
const LINE =
	/(?:tav|tnv|ter attentie van|afd|afdeling|postbus|antwoordnummer|dhr|mevr|mw|de heer|mevrouw)/;
/** Departments that are behind a name without such a word; other names have them inside. */
const DEPARTMENT =
	/(?:team|cluster|sector|bureau|crediteuren\w*|debiteuren\w*|(?:financiele )?administratie|financien|inkoop|facturen|factuuradministratie|facilitair\w*|burgerzaken|secretariaat|postkamer)/;
const behind = ({ source }: RegExp): RegExp =>
	new RegExp(`(?<=[\\p{L}\\p{N}).])[\\s,;:|/(-]+${source}(?![\\p{L}\\p{N}]).*$`, 'su');
const LINE_BEHIND = behind(LINE);
const DEPARTMENT_BEHIND = behind(DEPARTMENT);
const LINE_IN_FRONT = new RegExp(`^${LINE.source}(?![\\p{L}\\p{N}])[^,;\\n|]*[,;\\n|]`, 'su');

/** The kind that a word with typing errors is meant for. */
export function similarKind(word: string): string | undefined {
	const most = word.length > 7 ? 2 : word.length > 5 ? 1 : 0;
	for (const [name, kind] of most > 0 ? KINDS : []) {
		if (name.length > 7 && countErrors(word, name, most) <= most) return kind;
	}
	return undefined;
}

/** Lower case without accents; dots and slashes of abbreviations are gone: `B.V.` is `bv`, `a/d` is `ad`. */
const plain = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}|\p{Cf}/gu, '')
		.toLowerCase()
		.replace(/[^\S\n]+/g, ' ')
		.replace(/[\u2018\u2019\u02bc`´]/g, "'")
		.replace(/\p{Pd}/gu, '-')
		.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu, (dotted) =>
			dotted.replace(/\./g, ''),
		)
		.replace(/(?<![\p{L}\p{N}])([avb])\/d(?![\p{L}\p{N}])\.?/gu, '$1d')
		.replace(/(?<![\p{L}\p{N}'])([bn])[ .]{1,2}v(?![\p{L}\p{N}])/gu, '$1v')
		.replace(/(?<![\p{L}\p{N}])([nz])[ .-]{1,2}([hb])(?![\p{L}\p{N}])/gu, '$1$2')
		.replace(
			/^(?:het )?college van (?:b ?(?:&|en) ?w|burgemeester en wethouders)(?: van)?(?: de)?/,
			'',
		)
		.replace(/gemeenschappelijke regeling/g, 'regeling')
		.replace(
			/(?:gemeentelijke|gemeenschappelijke|geneeskundige) gezondheidsdienst(?: regio)?/g,
			'ggd',
		);

const wordsOf = (text: string): string[] =>
	text
		.replace(/(?<![\p{L}\p{N}])'[stn](?![\p{L}\p{N}])/gu, ' ')
		.replace(/'/g, '')
		.replace(/&/g, ' en ')
		.replace(/\+/g, ' plus ')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');

/** A word as it is compared: `ij` and `y` are one letter to many. */
const normalWord = (word: string): string => SYNONYMS.get(word) ?? word.replace(/ij/g, 'y');

const saysLittle = (word: string): boolean =>
	FILLERS.has(word) || KINDS.has(word) || FORMS.has(word);

/** Letters and words of the longest abbreviations; more could be combined in countless ways. */
const MOST_LETTERS = 8;
const MOST_WORDS = 16;

/** Whether letters are taken from the words in their order, from each that is no filler at least its first. */
export const abbreviates = (letters: string, words: string[]): boolean =>
	letters.length <= MOST_LETTERS && words.length <= MOST_WORDS && takesFrom(letters, words, 0);

function takesFrom(letters: string, words: string[], from: number): boolean {
	if (from === words.length) return letters === '';
	const word = words[from];
	const isFiller = saysLittle(word) || word === 'nederland';
	if (isFiller && takesFrom(letters, words, from + 1)) return true;
	if (letters === '' || letters[0] !== word[0]) return false;
	let at = 0;
	for (let taken = 1; taken <= letters.length; taken++) {
		if (takesFrom(letters.slice(taken), words, from + 1)) return true;
		at = word.indexOf(letters[taken], at + 1);
		if (at === -1) return false;
	}
	return false;
}

/** What stands for a kind in an abbreviation, e.g. `VRT` of `Veiligheidsregio Twente`. */
const SHORT_KINDS: Record<string, string> = { omgevingsdienst: 'od', veiligheidsregio: 'vr' };

/** Whether letters are the first ones of its words, with or without those that say little. */
export function hasInitials(letters: string, { all, kind, abbreviation }: Name): boolean {
	if (letters === abbreviation) return true;
	const initials = (words: string[]): string => words.map(([first]) => first).join('');
	const telling = initials(all.filter((word) => !saysLittle(word)));
	return [
		telling,
		`${SHORT_KINDS[kind ?? ''] ?? ''}${telling}`,
		initials(all.filter((word) => !KINDS.has(word) && !FORMS.has(word))),
		initials(all.filter((word) => !FILLERS.has(word))),
		initials(all),
	].includes(letters);
}

export const kindsIn = ({ all }: Name): string[] => all.flatMap((word) => KINDS.get(word) ?? []);

/** The article or preposition at the start (0) or the end (-1) of a name without its kind. */
export function fillerAt({ all }: Name, end: 0 | -1): string | undefined {
	const word = all.filter((one) => !KINDS.has(one) && !FORMS.has(one)).at(end);
	return word !== undefined && FILLERS.has(word) ? word : undefined;
}

const provinceOf = (text: string): string[] | undefined =>
	PROVINCES.get(text.replace(/[^\p{L}]/gu, ''))?.split(' ');

/** The same word again is another word: `Noord-Holland Noord` is not `Noord-Holland`. */
const numbered = (words: string[]): string[] =>
	words.map((word, at) => {
		const before = words.slice(0, at).filter((other) => other === word).length;
		return before > 0 ? `${word}${before + 1}` : word;
	});

/** Reads a name of the register. */
export const readName = (text: string): Name => parse(plain(text));

/**
 * @param bare from `plain`
 * @param isWritten by a person, who may add a province without brackets
 */
function parse(bare: string, isWritten = false): Name {
	let province: string[] = [];
	let abbreviation: string | undefined;
	const outside = bare.replace(/\(([^()]*)\)?/g, (brackets, inside: string) => {
		const found = provinceOf(inside);
		const [word = '', ...more] = wordsOf(inside);
		if (found) province = found;
		else if (more.length === 0 && abbreviates(word, wordsOf(bare.replace(brackets, '')))) {
			abbreviation = word;
		} else return ` ${inside} `;
		return ' ';
	});
	const all = wordsOf(outside);
	let kind: string | undefined;
	const forms: string[] = [];
	let written = all.filter((word) => {
		kind ??= KINDS.get(word);
		const form = FORMS.get(word);
		if (form !== undefined) forms.push(form);
		return !saysLittle(word);
	});
	const last = isWritten ? provinceOf(written.at(-1) ?? '') : undefined;
	if (last) {
		written.pop();
		province = last;
	}
	if (written.length === 0 && last) [written, province] = [last, []];
	// A name of words that say little only, e.g. `Politie` or `De Stichting`.
	if (written.length === 0) written = all;
	const words = numbered(written.map(normalWord));
	return { words, province, all, kind, forms, abbreviation, written };
}

/** A reading of what a person wrote. */
export interface Reading {
	name: Name;
	/** Whether it leaves out something that may be part of the name. */
	isGuess: boolean;
	/** Whether it is one of several parts of what was written. */
	isPart: boolean;
}

/**
 * Reads a name as people write it, in several ways: as it is, without what stands behind it
 * (a department, an attention line, an address), and only what stands before a comma or a dash.
 */
export function readWritten(text: string): Reading[] {
	const bare = plain(text).trim();
	const line = bare.replace(LINE_IN_FRONT, '').replace(LINE_BEHIND, '').trim();
	const cut = line.replace(DEPARTMENT_BEHIND, '').trim();
	const { forms } = parse(bare);
	const whole = [...new Set([bare, line, cut])].flatMap((text) => {
		const saint = text.replace(
			/(?<![\p{L}\p{N}])s(?:ain)?t(?:\.|(?=[\s-]))[\s-]*(?=\p{L})/gu,
			'sint ',
		);
		return [...new Set([saint, text.replace(/^st\.?\s/, 'stichting ')])].map((one) => {
			const name = parse(one, true);
			// `Goes Administratie` and `Bureau Jansen, Goes` may be firms.
			const isFirm = name.kind === undefined || name.forms.length < forms.length;
			return { name, isGuess: text !== bare && isFirm, isPart: false };
		});
	});
	const parts = cut.split(/[,;:\n|/()]|\s-\s/).map((part) => part.trim());
	const guesses = parts.length > 1 ? parts.filter((part) => /\p{L}/u.test(part)) : [];
	return [
		...whole,
		...guesses.map((part) => ({ name: parse(part, true), isGuess: true, isPart: true })),
	];
}

/** The words of a text that are compared as these, as they were written. */
export function wordsIn(text: string, words: string[]): string[] {
	const written = text.split(/[^\p{L}\p{M}\p{N}]+/u);
	return words.map((word) => written.find((one) => wordsOf(plain(one)).join('') === word) ?? word);
}
