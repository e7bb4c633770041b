import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { withDeadline } from '../async/deadline';
import { connect } from '../http/connection';
import { InputError } from '../input/InputError';
import { searchable } from '../input/text';
import type { Service } from '../service/service';
import type { FetchedPage } from '../service/paging';
import { RecentPages } from '../session/recentPages';
import { Session } from '../session/session';
import { defaultSettings } from './description/requestOptions';
import { toNodeError } from './nodeError';

/** How far a search looks on before it shows what it has. */
export interface SearchBounds {
	/** Matches that fill the editor's list. */
	matches: number;
	/** Pages that are fetched at the most. */
	pages: number;
	/** Pages that are fetched side by side. */
	concurrency: number;
	/** Milliseconds. */
	time: number;
	/** Part of the key's limit that all searches together may use, 0 to 1. */
	share: number;
}

const BOUNDS: SearchBounds = { matches: 50, pages: 20, concurrency: 4, time: 8_000, share: 0.25 };

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** What is kept of a page. */
interface SearchedPage {
	items: INodeListSearchItems[];
	isLast: boolean;
	/** Entries of the list up to the end of this page. */
	end: number;
	/** Pages behind this one, as far as the service tells; else 1. */
	left: number;
	/** Entries of the whole list, where the service says so. */
	total?: number;
}

const count = (entries: number): string => entries.toLocaleString('en');

/** The line that ends a list which is not searched to its end. */
function stopLine(noun: string, { end, total = 0 }: SearchedPage): INodeListSearchItems {
	const whole = total > end ? ` of ${count(total)}` : '';
	const name = `Searched the first ${count(end)}${whole} ${noun}. Type more, or choose By ID.`;
	return { name, value: `stopped at ${end}` };
}

/** Checks that a locator holds no line at the end of a list, which is no entry. @throws InputError */
export function checkNoStopLine(label: string, value: string, noun: string): void {
	if (!/^stopped at \d+$/.test(value)) return;
	throw new InputError(
		`${label} is set to the line where the search had stopped, which is no ${noun}`,
		'Type more of the name and choose from the list, or choose By ID.',
	);
}

function read(toName: (entry: IDataObject) => string, page: FetchedPage): SearchedPage {
	const { entries, place, total } = page;
	const end = place.offset + entries.length;
	const known = entries.filter(({ id }) => id !== undefined && id !== null && id !== '');
	return {
		items: known.map((entry) => ({ name: toName(entry), value: String(entry.id) })),
		// A service that says there is more, but gives nothing, is not asked for ever.
		isLast: page.isLast || entries.length === 0,
		end,
		left: total === undefined ? 1 : Math.max(1, Math.ceil((total - end) / place.size)),
		total,
	};
}

/** One search through a list, from one of its pages on. */
class PageSearch {
	private readonly until: number;

	private readonly signal: AbortSignal;

	private readonly session: Session;

	private fetched = 0;

	/** The page that was looked through last. */
	private last?: SearchedPage;

	constructor(
		context: ILoadOptionsFunctions,
		private readonly service: Service,
		private readonly path: string[],
		private readonly pages: RecentPages<SearchedPage>,
		private readonly bounds: SearchBounds,
	) {
		const { time, share } = bounds;
		this.until = performance.now() + time;
		// Ends what waits for the limit of the key; a request under way serves the next search.
		const signal = AbortSignal.timeout(time);
		this.signal = signal;
		this.session = new Session(async () => await connect(context, service, { signal, share }));
	}

	/** @param filter as `searchable` gives it; empty: everything matches */
	async run(filter: string, first: number): Promise<INodeListSearchResult> {
		const found = new Map<unknown, INodeListSearchItems>();
		let next = first;
		for (;;) {
			// Whoever opens the list sees it as it is now.
			const pages = await this.read(next, filter === '' && next === 1);
			if (pages.length === 0) break;
			for (const page of pages) {
				for (const item of page.items) {
					if (searchable(item.name).includes(filter)) found.set(item.value, item);
				}
				this.last = page;
				next++;
				if (page.isLast) return { results: [...found.values()] };
				if (found.size >= this.bounds.matches) {
					return { results: [...found.values()], paginationToken: String(next) };
				}
			}
		}
		if (!this.last) throw this.noAnswer();
		const results = [...found.values(), stopLine(this.path[0], this.last)];
		return { results, paginationToken: String(next) };
	}

	/** The next pages, as many as can be had at once; none where a bound is reached. */
	private async read(next: number, fresh: boolean): Promise<SearchedPage[]> {
		const { key } = await this.session.connection();
		const wanted = Math.min(this.last?.left ?? 1, this.bounds.concurrency);
		const asked: Array<Promise<SearchedPage>> = [];
		for (let number = next; number < next + wanted; number++) {
			const isKnown = !fresh && this.pages.has(key, this.path, number);
			if (!isKnown && this.fetched >= this.bounds.pages) break;
			if (!isKnown) this.fetched++;
			asked.push(this.get(number, fresh));
		}
		const pages: SearchedPage[] = [];
		for (const page of await Promise.allSettled(asked)) {
			if (page.status === 'fulfilled') pages.push(page.value);
			else if (this.isOver) break;
			else throw page.reason;
		}
		return pages;
	}

	private async get(number: number, fresh: boolean): Promise<SearchedPage> {
		const settings = { ...defaultSettings(this.service), concurrency: this.bounds.concurrency };
		const page = this.pages.get(this.session, this.path, number, settings, fresh);
		return await withDeadline(Math.max(1, this.until - performance.now()), page);
	}

	private get isOver(): boolean {
		return this.signal.aborted || performance.now() >= this.until;
	}

	private noAnswer(): InputError {
		return new InputError(
			`${this.service.name} has not answered within ${this.bounds.time / 1000} s`,
			'Another workflow may be using up the limit of this key. Try again in a minute, or choose By ID.',
		);
	}
}

/**
 * Makes the search of a resource locator out of a list that can't be searched at the service: its
 * pages are filtered by what was typed. It looks on until the editor's list is full or everything
 * was seen. Where it has to stop before that, the last line of the list says so.
 * @param path of the list; its first segment says what is in it
 * @param toName what a user recognises an entry by
 */
export function searchPages(
	service: Service,
	path: string[] | ((context: ILoadOptionsFunctions) => string[]),
	toName: (entry: IDataObject) => string,
	bounds: SearchBounds = BOUNDS,
): Search {
	const pages = new RecentPages((page) => read(toName, page));
	return async function (filter = '', paginationToken) {
		try {
			const list = typeof path === 'function' ? path(this) : path;
			const search = new PageSearch(this, service, list, pages, bounds);
			return await search.run(searchable(filter), Number(paginationToken ?? 1));
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}
