import type { IDataObject } from 'n8n-workflow';

import { BoundedCache } from '../../shared/async/boundedCache';
import type { Item } from '../../shared/node/Item';
import { isPageOfText, unexpectedAnswer } from '../../shared/service/answer';
import { RequestError } from '../../shared/service/RequestError';
import { organisationOf } from '../cor.service';
import { KVK_PREFIX, type NumberKind, numbersOf, RSIN_PREFIX } from '../oin';
import { add, type Entry, entryOf, NameIndex, type NameResult, NOTHING } from './names';
import { readWritten, synonymsOf, wordsIn } from './words';

/** Where organisations are looked up. All lists may be empty. */
export interface Source {
	/** @param number 20 characters for an OIN, 8 digits for a KvK number, 9 for an RSIN */
	numbered(kind: NumberKind, number: string): Promise<Entry[]>;
	name(name: string): Promise<NameResult>;
}

/** The whole register, read once. */
export class RegisterCopy implements Source {
	private readonly byNumber = new Map<string, Entry[]>();

	private readonly names: NameIndex;

	constructor(organisations: IDataObject[]) {
		const entries = organisations.map(entryOf);
		for (const entry of entries) {
			for (const [kind, numbers] of Object.entries(numbersOf(entry.organisation))) {
				for (const number of numbers) add(this.byNumber, `${kind} ${number}`, entry);
			}
		}
		this.names = new NameIndex(entries);
	}

	async numbered(kind: NumberKind, number: string): Promise<Entry[]> {
		return await Promise.resolve(this.byNumber.get(`${kind} ${number}`) ?? []);
	}

	async name(name: string): Promise<NameResult> {
		return await Promise.resolve(this.names.find(name));
	}
}

/** Score of an organisation that the register finds by an abbreviation that its name doesn't show. */
const FOUND_BY_SEARCH = 0.7;

/** Letters that a part of a word needs to be worth a search. */
const SHORTEST_PART = 3;

/** The beginning and the end of a word: one typing error leaves one of them right. */
function halvesOf(word: string): string[] {
	const size = Math.max(SHORTEST_PART, Math.ceil(word.length / 2));
	return word.length > SHORTEST_PART ? [word.slice(0, size), word.slice(-size)] : [];
}

/**
 * Texts to search the register for, the best first: a word and its synonyms, as only all of them find
 * all organisations of the name; then another word and halves, in case the first is misspelt.
 */
function searchTerms(name: string): { certainly: string[]; others: string[] } {
	const whole = readWritten(name).filter(({ isPart }) => !isPart);
	const [shortest] = whole.sort((a, b) => a.name.written.length - b.name.written.length);
	const words = [...shortest.name.written].sort((a, b) => b.length - a.length);
	// As it was written: nothing says that the register ignores accents.
	const [longest, next] = wordsIn(name, words).filter(({ length }) => length > 1);
	if (longest === undefined) return { certainly: [], others: [] };
	const synonyms = words.flatMap(synonymsOf).flatMap((word) => halvesOf(word).slice(0, 1));
	const others = new Set([...(next ? [next] : []), ...halvesOf(longest)]);
	return { certainly: [longest, ...synonyms], others: [...others] };
}

const isActive = ({ isWithdrawn }: Entry): boolean => !isWithdrawn;

/** Looks one item's organisation up with as few requests as possible. */
export class RegisterSearch implements Source {
	constructor(private readonly item: Item) {}

	async numbered(kind: NumberKind, number: string): Promise<Entry[]> {
		return await this[kind](number);
	}

	private async oin(oin: string): Promise<Entry[]> {
		const path = ['organisaties', oin];
		const answer = await this.item.request({ method: 'GET', path, expected: [404] });
		if (answer.status !== 404) return [entryOf(organisationOf(answer, oin))];
		if (isPageOfText(answer)) throw unexpectedAnswer('COR', answer, 'an organisation');
		return [];
	}

	private async kvkNumber(number: string): Promise<Entry[]> {
		const found = await this.oin(`${KVK_PREFIX}${number}0000`);
		if (found.some(isActive)) return found;
		const listed = await this.list({ kvkNummer: number });
		return listed.length > 0 ? listed : found;
	}

	private async rsin(number: string): Promise<Entry[]> {
		const found = await this.oin(`${RSIN_PREFIX}${number}000`);
		if (found.some(isActive)) return found;
		const listed = await this.list({ zoek: number });
		return listed.filter(({ organisation }) => numbersOf(organisation).rsin.includes(number));
	}

	async name(name: string): Promise<NameResult> {
		const found = new Map<unknown, Entry>();
		let result: NameResult = NOTHING;
		const { certainly, others } = searchTerms(name);
		for (const [number, term] of [...certainly, ...others].entries()) {
			const listed = await this.list({ zoek: term });
			for (const entry of listed) found.set(entry.organisation.oin, entry);
			result = new NameIndex([...found.values()]).find(name);
			if (number < certainly.length - 1) continue;
			// An active one may have another spelling, e.g. Fryslân.
			if (result.isWhole && !result.candidates[0].entry.isWithdrawn) break;
			if (result.isLikely) continue;
			const shorts = listed.filter(({ name: { written } }) => !written.join(' ').includes(term));
			if (shorts.length === 1 && term.length === name.trim().length) return byAbbreviation(shorts);
		}
		return result;
	}

	private async list(query: IDataObject): Promise<Entry[]> {
		return (await this.item.list({ path: ['organisaties'], query })).map(entryOf);
	}
}

/** The register searches abbreviations too, though it doesn't show them. */
const byAbbreviation = (entries: Entry[]): NameResult => ({
	...NOTHING,
	candidates: entries.map((entry) => ({ entry, fit: 'abbreviation', score: FOUND_BY_SEARCH })),
	isLikely: true,
});

/** Copies that are kept for a while, by the register. */
const kept = new BoundedCache<string, RegisterCopy>(4);

/**
 * Reads the register once for all items of a run.
 * @throws RequestError also where the register is empty: that can't be true
 */
export class RegisterReader {
	private reading?: Promise<RegisterCopy>;

	/** @param count items of the run; one is looked up without reading the register */
	constructor(private readonly count: number) {}

	/** @param minutes that a copy is kept in this process */
	async source(item: Item, minutes: number): Promise<Source> {
		if (this.count === 1 && minutes === 0) return new RegisterSearch(item);
		return await (this.reading ??= this.read(item, minutes));
	}

	private async read(item: Item, minutes: number): Promise<RegisterCopy> {
		const { account } = await item.connection();
		const known = minutes > 0 ? kept.get(account, minutes * 60_000) : undefined;
		if (known) return known;
		const copy = new RegisterCopy(await readRegister(item));
		if (minutes > 0) kept.set(account, copy);
		return copy;
	}
}

/** Reads all organisations. @throws RequestError also for none, which can't be true */
export async function readRegister(item: Item): Promise<IDataObject[]> {
	const organisations = await item.list({ path: ['organisaties'] });
	if (organisations.length > 0) return organisations;
	throw new RequestError({
		message: "COR returned an empty register, which can't be right",
		advice: 'Run it again later. If the error persists, check Environment in the credential.',
	});
}
