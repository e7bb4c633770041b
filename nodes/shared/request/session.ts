import { deepCopy, type IDataObject } from 'n8n-workflow';

import type { Connection } from './connection';
import { fetchList } from './fetchList';
import { Gate } from './gate';
import { type FetchedPage, fetchPage, type ListRequest, type PageRequest } from './paging';
import type { RetryLimits } from './retry';
import { send, type ServiceRequest } from './send';
import type { Answer } from './service';
import { Turns } from './turns';

/** How requests are sent; each input item has its own. */
export interface RequestSettings extends RetryLimits {
	/** Requests under way at the same time; 1: strictly one after another. */
	concurrency: number;
}

/** Answers that are kept at the most: the oldest make room. */
const MOST_ANSWERS = 1000;

/**
 * All requests of one run of a node: how many are under way at the same time, and what has been
 * asked already.
 */
export class Session {
	private readonly gate = new Gate();

	/** What was read, by what was asked: items that need the same ask once. */
	private readonly answers = new Map<string, Promise<Answer>>();

	/** Writes to the same address go in their order. */
	private readonly writes = new Turns();

	/**
	 * @param connection gives the checked connection, made once
	 * @param remembers whether answers are kept: only where there are several items
	 */
	constructor(
		private readonly connection: () => Promise<Connection>,
		private readonly remembers = false,
	) {}

	/** Sends a request. @throws InputError, RequestError */
	async request(request: ServiceRequest, settings: RequestSettings): Promise<Answer> {
		if (request.method === 'GET') return await this.read(request, settings);
		if (request.method === 'POST') return await this.send(request, settings);
		return await this.writes.take(
			request.path.join('\n'),
			async () => await this.send(request, settings),
		);
	}

	/**
	 * Fetches a list in pages.
	 * @param anew also what is known already is asked again
	 * @throws InputError, RequestError
	 */
	async list(list: ListRequest, settings: RequestSettings, anew = false): Promise<IDataObject[]> {
		const { service, notices } = await this.connection();
		const { entries, total = 0 } = await fetchList({
			paging: service.paging,
			list,
			concurrency: settings.concurrency,
			fetchPage: async (place, again) => await this.page(list, place, settings, anew || again),
		});
		if (list.limit !== undefined) {
			notices.cut.returned += entries.length;
			notices.cut.total += Math.max(entries.length, total - (list.offset ?? 0));
		}
		return entries;
	}

	/** Fetches one page of a list. @throws InputError, RequestError */
	async page(
		list: ListRequest,
		place: PageRequest,
		settings: RequestSettings,
		again = false,
	): Promise<FetchedPage> {
		const { paging } = (await this.connection()).service;
		return await fetchPage(paging, list, place, async (request) =>
			again ? await this.send(request, settings) : await this.read(request, settings),
		);
	}

	private async send(request: ServiceRequest, settings: RequestSettings): Promise<Answer> {
		const connection = await this.connection();
		return await this.gate.pass(
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
		if (this.answers.size > MOST_ANSWERS) {
			const [oldest] = this.answers.keys();
			this.answers.delete(oldest);
		}
		return await answer;
	}
}
