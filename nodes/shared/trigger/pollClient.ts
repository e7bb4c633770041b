import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { DeadlineError, untilAborted, withDeadline } from '../async/deadline';
import { connect } from '../http/connection';
import { InputError } from '../input/InputError';
import { defaultSettings } from '../node/description/requestOptions';
import { toNodeError, toPollError } from '../node/nodeError';
import type { Answer, ServiceRequest } from '../service/exchange';
import type { FetchedPage, ListRequest } from '../service/paging';
import type { Service } from '../service/service';
import { type RequestSettings, Session } from '../session/session';

/** The parts of n8n's budget after which a poll starts nothing new, stops waiting, and ends. */
const LAST_START = 0.8;
const END_OF_WAITS = 0.85;
const END = 0.92;

/** Milliseconds for a poll if n8n sets no budget. */
const DEFAULT_BUDGET = 5 * 60_000;

const MIN_BUDGET = 1_000;

const budgetOf = (context: IPollFunctions): number =>
	'getPollBudgetMs' in context ? context.getPollBudgetMs() : DEFAULT_BUDGET;

/**
 * Whether n8n schedules polls in its database: then each poll has its own copy of the static data and a
 * budget from N8N_SCHEDULER_POLL_TIMEOUT. The poll at activation is not scheduled.
 */
export const isScheduled = (context: IPollFunctions): boolean =>
	budgetOf(context) !== DEFAULT_BUDGET;

const isReason = (signal: AbortSignal, error: unknown): boolean =>
	signal.aborted && error === signal.reason;

/** Sends the requests of one poll, within its time. */
export class PollClient {
	private readonly settings: RequestSettings;

	/** Pages fetched by `pages`, of all lists. */
	pagesRead = 0;

	/** Aborted once waits have ended and a page was fetched. */
	private readonly stop = new AbortController();

	/**
	 * @param deadline when to start nothing new, by `performance.now`
	 * @param longest milliseconds for a request
	 * @param endOfWaits ends waits
	 */
	constructor(
		service: Service,
		private readonly session: Session,
		private readonly deadline: number,
		longest: number,
		private readonly endOfWaits: AbortSignal,
	) {
		endOfWaits.addEventListener('abort', () => this.stopWaiting(), { once: true });
		const settings = defaultSettings(service);
		this.settings = {
			...settings,
			budget: Math.min(settings.budget, longest),
			timeout: Math.min(settings.timeout, longest),
		};
	}

	/** Hash of the account. @throws InputError */
	async account(): Promise<string> {
		return (await this.session.connection()).account;
	}

	hasTimeFor(milliseconds: number): boolean {
		return performance.now() + milliseconds < this.deadline;
	}

	/** @throws RequestError */
	async request(request: ServiceRequest): Promise<Answer> {
		return await this.session.request(request, this.settings);
	}

	/** Fetches a whole list. @throws RequestError */
	async list(list: ListRequest): Promise<IDataObject[]> {
		return await this.session.list(list, this.settings);
	}

	/**
	 * Fetches the pages of a list, one at a time, while there is time; always at least one in a poll.
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
				this.pagesRead++;
				if (this.endOfWaits.aborted) this.stopWaiting();
				yield value;
				if (!this.hasTimeFor(0)) return;
			}
		} catch (error) {
			failure = error;
		} finally {
			// Not awaited: there may be no time for the request that is still in flight.
			void pages.return(undefined);
		}
		// No time for this page; the next poll requests it.
		if (!isReason(signal, failure)) throw failure;
	}

	private stopWaiting(): void {
		if (this.pagesRead > 0) this.stop.abort(this.endOfWaits.reason);
	}
}

/**
 * Reads within the time that n8n gives a poll; a request that is in flight after that is the last.
 * @param share part of the rate limit that the trigger may use, 0 to 1
 * @throws NodeApiError, NodeOperationError; the latter also if the time was too short
 */
export async function withinBudget<T>(
	context: IPollFunctions,
	service: Service,
	share: number | undefined,
	read: (poll: PollClient) => Promise<T>,
): Promise<T> {
	const budget = budgetOf(context);
	const end = Math.round(Math.max(budget * END, MIN_BUDGET));
	const endOfWaits = AbortSignal.timeout(Math.round(Math.max(budget * END_OF_WAITS, MIN_BUDGET)));
	const stop = new AbortController();
	const signal = AbortSignal.any([stop.signal, endOfWaits]);
	const session = new Session(async () => await connect(context, service, { share, signal }));
	const deadline = performance.now() + budget * LAST_START;
	const poll = new PollClient(service, session, deadline, end, signal);
	try {
		return await withDeadline(end, read(poll));
	} catch (error) {
		const isLate = error instanceof DeadlineError || isReason(signal, error);
		if (!isLate) throw toPollError(context.getNode(), error);
	} finally {
		stop.abort();
	}
	throw toNodeError(
		context.getNode(),
		new InputError(
			`${service.name} could not be read within the ${Math.round(budget / 1000)} s that n8n gives a poll. Nothing is lost: the next poll finds it`,
			'If this keeps happening, poll at a quieter time or watch a smaller list. Where N8N_SCHEDULER_POLL_TRIGGERS_ENABLED is on, you can give polls more time with N8N_SCHEDULER_POLL_TIMEOUT, and from a minute on also with N8N_SCHEDULER_LEASE_DURATION.',
		),
	);
}
