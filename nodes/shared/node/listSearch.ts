import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { BoundedCache } from '../async/boundedCache';
import { untilAborted } from '../async/deadline';
import { connect } from '../http/connection';
import { isBlank } from '../input/check';
import { InputError } from '../input/InputError';
import { searchable } from '../input/text';
import type { Service } from '../service/service';
import type { FetchedPage, ListRequest } from '../service/paging';
import { Session } from '../session/session';
import { defaultSettings } from './description/requestOptions';
import { toNodeError } from './nodeError';

/** Milliseconds that a search may take. */
const TIME = 8_000;

/** Part of a key's rate limit that all open forms may use. */
const SHARE = 0.25;

/** Sends the requests of an open form. */
export const formSession = (
	context: ILoadOptionsFunctions,
	service: Service,
	signal?: AbortSignal,
): Session => new Session(async () => await connect(context, service, { signal, share: SHARE }));

/** Pages fetched side by side. */
const CONCURRENCY = 4;

/** Matches that fill the editor's list. */
const ENOUGH = 50;

/** A page of a list, and how many pages follow: 1 where only that there are more is known. */
export interface SearchPage {
	choices: INodeListSearchItems[];
	left: number;
}

/** Reads a page by its number, from 1. */
export type ReadPage = (session: Session, list: ListRequest, number: number) => Promise<SearchPage>;

/**
 * Pages read in the last 90 seconds: the editor searches at every keystroke, and a search that used up
 * its share of a limit per minute goes on from there.
 */
const recent = new BoundedCache<string, Promise<SearchPage>>(400, 90_000);

/** A row of the editor's list. It shows the texts that are not blank, or else the value. */
export function choice(value: unknown, ...texts: unknown[]): INodeListSearchItems {
	const name = texts.filter((text) => !isBlank(text)).join(' - ');
	return { name: name || String(value ?? ''), value: String(value ?? '') };
}

/** Reads the pages of a list. Entries without a value can't be chosen, and are left out. */
export const readPages =
	(
		service: Service,
		toChoice: (entry: FetchedPage['entries'][0]) => INodeListSearchItems,
	): ReadPage =>
	async (session, list, number) => {
		const pages = session.pages(list, defaultSettings(service), number);
		const { value } = await pages.next();
		const { entries, place, total, isLast } = value as FetchedPage;
		const choices = entries.map(toChoice).filter((row) => row.value !== '');
		// An empty page ends the list, whatever the service says.
		if (isLast || entries.length === 0) return { choices, left: 0 };
		const after = (total ?? 0) - place.offset - entries.length;
		return { choices, left: Math.max(1, Math.ceil(after / place.size)) };
	};

interface Progress {
	found: Map<unknown, INodeListSearchItems>;
	number: number;
}

/** What the editor shows before the end of the list; it asks for more when the user scrolls on. */
const resultOf = ({ found, number }: Progress): INodeListSearchResult => ({
	results: [...found.values()],
	paginationToken: String(number),
});

/**
 * Returns the search of a resource locator. It reads a list page by page and filters it by what was
 * typed, unless the list has a query: then the service filters it. It stops once the editor's list is
 * full, or time is up; scrolling on then shows more. Without a match by then it fails: an empty list
 * would say that there is none.
 */
export function listSearch(
	service: Service,
	listOf: (context: ILoadOptionsFunctions, typed: string) => ListRequest,
	read: ReadPage,
) {
	async function page(session: Session, list: ListRequest, number: number, fresh: boolean) {
		const { key } = await session.connection();
		const name = JSON.stringify([key, list, number]);
		// A page that failed, or whose search gave up, is requested again.
		const known = fresh ? undefined : await recent.get(name)?.catch(() => undefined);
		if (known) return known;
		const reading = read(session, list, number);
		recent.set(name, reading);
		return await reading;
	}

	/** @param progress the matches so far, and the next page; is updated */
	async function search(session: Session, list: ListRequest, filter: string, progress: Progress) {
		const { found } = progress;
		// Whoever opens the list sees it as it is now.
		const fresh = filter === '' && progress.number === 1;
		let left = 1;
		do {
			const count = Math.min(left, CONCURRENCY);
			const reading = Array.from({ length: count }, (_, ahead) =>
				page(session, list, progress.number + ahead, fresh),
			);
			for (const { choices, left: following } of await Promise.all(reading)) {
				for (const row of choices) {
					if (searchable(row.name).includes(filter)) found.set(row.value, row);
				}
				left = following;
				progress.number++;
			}
		} while (left > 0 && filter !== '' && found.size < ENOUGH);
		return left > 0 ? resultOf(progress) : { results: [...found.values()] };
	}

	return async function (
		this: ILoadOptionsFunctions,
		typed = '',
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const signal = AbortSignal.timeout(TIME);
		const progress = { found: new Map(), number: Number(paginationToken ?? 1) };
		try {
			const list = listOf(this, typed);
			const filter = list.query ? '' : searchable(typed);
			const session = formSession(this, service, signal);
			return await untilAborted(signal, search(session, list, filter, progress));
		} catch (error) {
			if (signal.aborted && progress.found.size > 0) return resultOf(progress);
			const tooSlow = new InputError(
				`${service.name} could not be searched within ${TIME / 1000} s`,
				'The list may be too long, or another workflow may be using up the limit of this key. Type more, choose another way than From List, or try again in a minute.',
			);
			throw toNodeError(this.getNode(), signal.aborted ? tooSlow : error);
		}
	};
}
