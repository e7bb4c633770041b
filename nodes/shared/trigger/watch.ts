import type { IDataObject } from 'n8n-workflow';

import { untilAborted } from '../async/deadline';
import { defaultSettings } from '../node/description/requestOptions';
import type { Answer, ServiceRequest } from '../service/exchange';
import type { FetchedPage, ListRequest } from '../service/paging';
import type { Service } from '../service/service';
import type { RequestSettings, Session } from '../session/session';
import type { RecordReader } from './compare';
import type { Snapshot } from './snapshot';

/** What a trigger watches, in one poll after another: a list, for one event or several. */
export interface Watch {
	/** What the state belongs to; when the user chooses something else, stock is taken anew. */
	subject: string;
	/** Some recent records, for a test in the editor; the state stays as it is. */
	examples(poll: Poll): Promise<IDataObject[]>;
	/**
	 * Whether the records of a state are still there, seen with another key or address: then it is the
	 * same account. Without it another key or address is another account.
	 */
	recognizes?(poll: Poll, state: IDataObject): Promise<boolean>;
	/**
	 * What happened since the state was kept. Of an event that was not watched then, nothing is told
	 * that may have happened before.
	 * @param state as a poll returned it; undefined the first time. What can't be read counts as none.
	 * @returns the state to keep, the very same where there is nothing new to keep, and what is to be
	 *   emitted: nothing the first time
	 */
	changes(poll: Poll, state: IDataObject | undefined): Promise<Changes>;
}

export interface Changes {
	state: IDataObject;
	emitted: IDataObject[];
	/** Something was learned without being told, and without it a later change would be missed. */
	isWorthKeeping: boolean;
}

/** Records that a test in the editor shows. */
const EXAMPLES = 3;

/** How many of each event a test in the editor shows: one at the least. */
export const examplesEach = (events: readonly unknown[]): number =>
	Math.ceil(EXAMPLES / events.length);

/** How long a poll has. */
interface PollTime {
	/** When nothing new should be begun, in milliseconds of `performance.now`. */
	deadline: number;
	/** Milliseconds that a request may take. */
	longest: number;
	/** Ends waits. */
	signal: AbortSignal;
}

/** Whether an error is that a signal was aborted. */
export const isReason = (signal: AbortSignal, error: unknown): boolean =>
	signal.aborted && error === signal.reason;

/** Requests of one poll. */
export class Poll {
	private readonly settings: RequestSettings;

	private fetched = 0;

	/** Aborted once waits have ended and a page was fetched: then no other page is waited for. */
	private readonly stop = new AbortController();

	constructor(
		service: Service,
		private readonly session: Session,
		private readonly time: PollTime,
	) {
		const { longest, signal } = time;
		signal.addEventListener('abort', () => this.stopWaiting(), { once: true });
		const settings = defaultSettings(service);
		this.settings = {
			...settings,
			budget: Math.min(settings.budget, longest),
			timeout: Math.min(settings.timeout, longest),
		};
	}

	/** Pages that were fetched, of all lists together. */
	get pagesRead(): number {
		return this.fetched;
	}

	/** Tells one account from another, by a hash. @throws InputError */
	async account(): Promise<string> {
		return (await this.session.connection()).account;
	}

	/**
	 * Whether a list is one that is known, as far as there is time to see.
	 * @throws RequestError
	 */
	async recognizes(
		list: ListRequest,
		known: Snapshot,
		identify: RecordReader['identify'],
	): Promise<boolean> {
		const ids: Array<string | undefined> = [];
		if (known.size === 0) return false;
		for await (const { entries } of this.pages(list)) {
			for (const entry of entries) ids.push(identify(entry));
			if (known.recognizes(ids)) return true;
		}
		return false;
	}

	/** Whether there is time for something that takes so many milliseconds. */
	hasTimeFor(milliseconds: number): boolean {
		return performance.now() + milliseconds < this.time.deadline;
	}

	/** Sends a request. @throws RequestError */
	async request(request: ServiceRequest): Promise<Answer> {
		return await this.session.request(request, this.settings);
	}

	/** Fetches a list. @throws RequestError */
	async list(list: ListRequest): Promise<IDataObject[]> {
		return await this.session.list(list, this.settings);
	}

	/**
	 * Goes through the pages of a list, one after another, until the last one or until there is no
	 * time for another; there is always time for one in a poll.
	 * @param from number of the first page
	 * @throws RequestError
	 */
	async *pages(list: ListRequest, from?: number): AsyncGenerator<FetchedPage> {
		const { signal } = this.stop;
		const pages = this.session.pages(list, { ...this.settings, concurrency: 1 }, from);
		let failure: unknown;
		try {
			for (;;) {
				const { done, value } = await untilAborted(signal, pages.next());
				if (done) return;
				this.fetched++;
				if (this.time.signal.aborted) this.stopWaiting();
				yield value;
				if (!this.hasTimeFor(0)) return;
			}
		} catch (error) {
			failure = error;
		} finally {
			// What is under way ends by itself: to wait for it, there may be no time.
			void pages.return(undefined);
		}
		// It was cut short: there is no time for this page.
		if (!isReason(signal, failure)) throw failure;
	}

	private stopWaiting(): void {
		if (this.fetched > 0) this.stop.abort(this.time.signal.reason);
	}
}
