import { BoundedCache } from '../async/boundedCache';
import type { FetchedPage } from '../service/paging';
import type { RequestSettings, Session } from './session';

/** How long a page is remembered, in milliseconds: the editor searches at every keystroke. */
const LIFETIME = 25_000;

/** Pages that are remembered at the most, of all lists together. */
const MOST_PAGES = 400;

/**
 * The pages of lists, each remembered for a moment. All that read the same list with the same key
 * share them, also while they are being fetched.
 */
export class RecentPages<Content> {
	private readonly pages = new BoundedCache<string, Promise<Content>>(MOST_PAGES, LIFETIME);

	/** @param read what is kept of a page */
	constructor(private readonly read: (page: FetchedPage) => Content) {}

	/**
	 * Whether a page is remembered, or on its way.
	 * @param key of the session's connection
	 * @param path of the list
	 */
	has(key: string, path: string[], number: number): boolean {
		return this.pages.get(nameOf(key, path, number)) !== undefined;
	}

	/**
	 * A page of a list by its number, from 1.
	 * @param fresh it is fetched although it is remembered
	 * @throws InputError, RequestError, the reason of the connection's signal once it is aborted
	 */
	async get(
		session: Session,
		path: string[],
		number: number,
		settings: RequestSettings,
		fresh = false,
	): Promise<Content> {
		const name = nameOf((await session.connection()).key, path, number);
		const known = fresh ? undefined : this.pages.get(name);
		if (known) {
			// Whoever asked first may have given up: then it is asked again.
			const [page] = await Promise.allSettled([known]);
			if (page.status === 'fulfilled') return page.value;
		}
		const page = this.fetch(session, path, number, settings);
		this.pages.set(name, page);
		page.catch(() => {
			if (this.pages.get(name) === page) this.pages.delete(name);
		});
		return await page;
	}

	private async fetch(
		session: Session,
		path: string[],
		number: number,
		settings: RequestSettings,
	): Promise<Content> {
		const [page] = await firstOf(session.pages({ path }, settings, number));
		return this.read(page);
	}
}

const nameOf = (key: string, path: string[], number: number): string =>
	JSON.stringify([key, path, number]);

/** The first of a sequence, as a list; the rest is not asked for. */
async function firstOf<T>(sequence: AsyncIterable<T>): Promise<T[]> {
	for await (const first of sequence) return [first];
	return [];
}
