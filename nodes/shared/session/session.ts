import { deepCopy, type IDataObject } from 'n8n-workflow';

import { BoundedCache } from '../async/boundedCache';
import { KeyGroups } from '../async/keyGroups';
import { Semaphore } from '../async/semaphore';
import type { Connection } from '../http/connection';
import type { RetryLimits } from '../http/retry';
import { send } from '../http/send';
import type { Answer, ServiceRequest } from '../service/exchange';
import {
	inconsistentList,
	isPageOfText,
	noTotal,
	unexpectedAnswer,
	unstableList,
} from '../service/answer';
import type { FetchedPage, ListRequest, PagePlace } from '../service/paging';
import type { Service } from '../service/service';
import { fetchList } from './list';
import { isLast, type Walk, walkPages } from './pages';

/** How requests are sent; each input item has its own. */
export interface RequestSettings extends RetryLimits {
	/** Most requests in flight; 1: strictly one after another. */
	concurrency: number;
}

/** All requests of one run of a node, one poll or one search: it limits those in flight. */
export class Session {
	private readonly semaphore = new Semaphore();

	/** The latest answers by their request: items that need the same share one. */
	private readonly answers = new BoundedCache<string, Promise<Answer>>(1000);

	/** Keeps writes to the same address in order. */
	private readonly writes = new KeyGroups();

	private connected?: Promise<Connection>;

	/**
	 * @param connect is called once, before the first request
	 * @param caches whether to cache answers: only for several items
	 */
	constructor(
		private readonly connect: () => Promise<Connection>,
		private readonly caches = false,
	) {}

	/** The checked connection. @throws InputError if the credential can't work */
	async connection(): Promise<Connection> {
		return await (this.connected ??= this.connect());
	}

	/** Sends a request. @throws InputError, RequestError */
	async request(request: ServiceRequest, settings: RequestSettings): Promise<Answer> {
		const { method, path, fresh } = request;
		if (method === 'GET' && !fresh) return await this.read(request, settings);
		if (method === 'GET' || method === 'POST') return await this.send(request, settings);
		return await this.writes.run([path.join('\n')], async () => await this.send(request, settings));
	}

	/**
	 * Fetches a list in pages.
	 * @param fresh even if its pages are cached
	 * @throws InputError, RequestError
	 */
	async list(list: ListRequest, settings: RequestSettings, fresh = false): Promise<IDataObject[]> {
		const connection = await this.connection();
		const { service, statistics } = connection;
		const { entries, total = 0 } = await fetchList({
			...this.walk(connection, list, settings, fresh),
			failUnstable: () => unstableList(service.name),
		});
		if (list.matches) {
			statistics.searched.found += entries.length;
		} else if (list.limit !== undefined) {
			statistics.cut.returned += entries.length;
			statistics.cut.total += Math.max(entries.length, total - (list.offset ?? 0));
		}
		return entries;
	}

	/**
	 * Counts the entries of a list with one request.
	 * @throws InputError, RequestError; the latter also if the service doesn't say how many there are
	 */
	async count(list: ListRequest, settings: RequestSettings): Promise<number> {
		const connection = await this.connection();
		const { service } = connection;
		const { maximum, fixedSize } = service.paging;
		const place = { number: 1, size: fixedSize ? maximum : 1, offset: 0 };
		const page = await this.walk(connection, list, settings).fetch(place, false);
		if (page.total !== undefined) return page.total;
		if (page.isLast) return page.entries.length;
		throw noTotal(service.name);
	}

	/**
	 * Iterates over the pages of a list.
	 * @param from number of the first page
	 * @throws InputError, RequestError
	 */
	async *pages(
		list: ListRequest,
		settings: RequestSettings,
		from = 1,
	): AsyncGenerator<FetchedPage> {
		yield* walkPages({ ...this.walk(await this.connection(), list, settings), from });
	}

	private walk(
		{ service, statistics: { searched } }: Connection,
		list: ListRequest,
		settings: RequestSettings,
		fresh = false,
	): Walk {
		const { paging, name } = service;
		const fetch: Walk['fetch'] = async (place, again) => {
			const request: ServiceRequest = {
				method: 'GET',
				path: list.path,
				query: { ...list.query, ...paging.query(place) },
				expected: paging.emptyStatus === undefined ? [] : [paging.emptyStatus],
				fresh: fresh || again,
			};
			const page = readPage(service, await this.request(request, settings), place);
			// By request: items that share a page have read it once.
			const name = JSON.stringify([request.path, request.query]);
			if (list.matches) searched.pages.set(name, page.entries.length);
			return page;
		};
		const { concurrency } = settings;
		return { paging, list, concurrency, fetch, fail: (reason) => inconsistentList(name, reason) };
	}

	private async send(request: ServiceRequest, settings: RequestSettings): Promise<Answer> {
		const connection = await this.connection();
		return await this.semaphore.run(
			settings.concurrency,
			async () => await send(connection, request, settings),
		);
	}

	/** Copies a cached answer, because items must not share data. */
	private async read(request: ServiceRequest, settings: RequestSettings): Promise<Answer> {
		if (!this.caches) return await this.send(request, settings);
		const key = JSON.stringify([request.path, request.query]);
		const cached = this.answers.get(key);
		if (cached) return deepCopy(await cached);
		const answer = this.send(request, settings);
		this.answers.set(key, answer);
		return await answer;
	}
}

function readPage({ name, paging }: Service, answer: Answer, place: PagePlace): FetchedPage {
	if (answer.status !== paging.emptyStatus) {
		const page = paging.read(answer);
		// Not a number of entries.
		if (!(Number.isInteger(page.total) && page.total! >= 0)) delete page.total;
		return { ...page, place, isLast: isLast(page, place) };
	}
	// A page for people is not from the service: the base URL is wrong.
	if (isPageOfText(answer)) throw unexpectedAnswer(name, answer, 'a list');
	return { entries: [], place, isLast: true };
}
