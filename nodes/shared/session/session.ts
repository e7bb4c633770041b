import { deepCopy, type IDataObject } from 'n8n-workflow';

import { BoundedCache } from '../async/boundedCache';
import { KeyedMutex } from '../async/keyedMutex';
import { Semaphore } from '../async/semaphore';
import type { Connection } from '../http/connection';
import type { RetryLimits } from '../http/retry';
import { send } from '../http/send';
import type { Answer, ServiceRequest } from '../service/exchange';
import { contradictingList, isPageOfText, restlessList, unexpectedAnswer } from '../service/answer';
import type { FetchedPage, ListRequest, Page, PagePlace } from '../service/paging';
import type { Service } from '../service/service';
import { describeContradiction } from './contradiction';
import { fetchList } from './list';
import { isLast, type Walk, walkPages } from './pages';

/** How requests are sent; each input item has its own. */
export interface RequestSettings extends RetryLimits {
	/** Requests in flight at the same time; 1: strictly one after another. */
	concurrency: number;
}

/** A total that can't be one counts as not told. */
const withSoundTotal = ({ total, ...page }: Page): Page =>
	Number.isInteger(total) && total! >= 0 ? { ...page, total } : page;

/** Maximum number of answers to keep. */
const MOST_ANSWERS = 1000;

/**
 * All requests of one run of a node, one poll or one search: how many are in flight at the same
 * time, and what has been asked already.
 */
export class Session {
	private readonly semaphore = new Semaphore();

	/** What was read, by what was asked: items that need the same ask once. */
	private readonly answers = new BoundedCache<string, Promise<Answer>>(MOST_ANSWERS);

	/** Writes to the same address go in their order. */
	private readonly writes = new KeyedMutex();

	private connected?: Promise<Connection>;

	/**
	 * @param connect is called once, before the first request
	 * @param remembers whether answers are kept: only where there are several items
	 */
	constructor(
		private readonly connect: () => Promise<Connection>,
		private readonly remembers = false,
	) {}

	/** The checked connection. @throws InputError where the credential can't work */
	async connection(): Promise<Connection> {
		return await (this.connected ??= this.connect());
	}

	/** Sends a request. @throws InputError, RequestError */
	async request(request: ServiceRequest, settings: RequestSettings): Promise<Answer> {
		if (request.method === 'GET' && !request.fresh) return await this.read(request, settings);
		if (['GET', 'POST'].includes(request.method)) return await this.send(request, settings);
		return await this.writes.run(
			request.path.join('\n'),
			async () => await this.send(request, settings),
		);
	}

	/**
	 * Fetches a list in pages.
	 * @param fresh also what is known already is asked again
	 * @throws InputError, RequestError
	 */
	async list(list: ListRequest, settings: RequestSettings, fresh = false): Promise<IDataObject[]> {
		const { service, statistics } = await this.connection();
		const { entries, total = 0 } = await fetchList({
			...this.walk(service, list, settings, fresh),
			failRestless: () => restlessList(service.name),
		});
		if (list.limit !== undefined) {
			statistics.cut.returned += entries.length;
			statistics.cut.total += Math.max(entries.length, total - (list.offset ?? 0));
		}
		return entries;
	}

	/**
	 * Goes through the pages of a list.
	 * @param from number of the first page
	 * @throws InputError, RequestError
	 */
	async *pages(
		list: ListRequest,
		settings: RequestSettings,
		from = 1,
	): AsyncGenerator<FetchedPage> {
		const { service } = await this.connection();
		yield* walkPages({ ...this.walk(service, list, settings), from });
	}

	private walk(
		service: Service,
		list: ListRequest,
		settings: RequestSettings,
		fresh = false,
	): Walk {
		return {
			paging: service.paging,
			list,
			concurrency: settings.concurrency,
			fetch: async (place, again) =>
				await this.fetchPage(service, list, place, settings, fresh || again),
			fail: (contradiction) =>
				contradictingList(service.name, describeContradiction(contradiction)),
		};
	}

	private async fetchPage(
		{ name, paging }: Service,
		list: ListRequest,
		place: PagePlace,
		settings: RequestSettings,
		fresh: boolean,
	): Promise<FetchedPage> {
		const request: ServiceRequest = {
			method: 'GET',
			path: list.path,
			query: { ...list.query, ...paging.query(place) },
			expected: paging.emptyStatus === undefined ? [] : [paging.emptyStatus],
		};
		const answer = fresh ? await this.send(request, settings) : await this.read(request, settings);
		if (answer.status === paging.emptyStatus) {
			// A page of text for people is not from the service: its address is wrong.
			if (isPageOfText(answer)) throw unexpectedAnswer(name, answer, 'a list');
			return { entries: [], place, isLast: true };
		}
		const page = withSoundTotal(paging.read(answer));
		return { ...page, place, isLast: isLast(page, place) };
	}

	private async send(request: ServiceRequest, settings: RequestSettings): Promise<Answer> {
		const connection = await this.connection();
		return await this.semaphore.run(
			settings.concurrency,
			async () => await send(connection, request, settings),
		);
	}

	/** An answer that was kept is copied, since items must not share what they hold. */
	private async read(request: ServiceRequest, settings: RequestSettings): Promise<Answer> {
		if (!this.remembers) return await this.send(request, settings);
		const asked = JSON.stringify([request.path, request.query]);
		const known = this.answers.get(asked);
		if (known) return deepCopy(await known);
		const answer = this.send(request, settings);
		this.answers.set(asked, answer);
		return await answer;
	}
}
