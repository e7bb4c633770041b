import type { IDataObject } from 'n8n-workflow';

import type { Answer } from '../../../nodes/shared/service/exchange';
import type {
	FetchedPage,
	ListRequest,
	Page,
	PagePlace,
	Paging,
} from '../../../nodes/shared/service/paging';
import { RequestError } from '../../../nodes/shared/service/RequestError';
import { fetchList } from '../../../nodes/shared/session/list';
import { isLast, type Walk, walkPages } from '../../../nodes/shared/session/pages';
import type { PollClient } from '../../../nodes/shared/trigger/pollClient';
import { answerOf } from '../answer';

/** A list of a service, without the service: pages as small as wanted, and changes between them. */
export class ListInMemory {
	records: IDataObject[] = [];

	/** Entries in a page. */
	size = 3;

	/** How many pages a poll has time for. */
	pagesInTime = Infinity;

	/** Called before each page is given; what it throws fails the poll. */
	onPage: (count: number) => void = () => {};

	/** What the register answers to when it last changed. */
	lastChange = Date.parse('2026-01-01T00:00:00Z');

	/** The clock of the service. */
	now = Date.parse('2026-02-01T00:00:00Z');

	private pages = 0;

	/** @param order how the service puts its records */
	constructor(
		private readonly paging: Paging,
		private readonly order: (records: IDataObject[], list: ListRequest) => IDataObject[] = (all) =>
			all,
	) {}

	/** A poll of this list, as a trigger sees it. */
	poll(): PollClient {
		this.pages = 0;
		const poll: Pick<
			PollClient,
			'account' | 'request' | 'list' | 'pages' | 'hasTimeFor' | 'pagesRead'
		> = {
			// Never so many that no other scan starts.
			pagesRead: 0,
			account: async () => 'account',
			request: async (): Promise<Answer> => this.answer(),
			list: async (list) => {
				const failUnstable = () => new RequestError({ message: 'unstable' });
				return (await fetchList({ ...this.walk(list), failUnstable })).entries;
			},
			pages: (list, from) => this.inTime({ ...this.walk(list), from }),
			hasTimeFor: () => this.pages < this.pagesInTime,
		};
		return poll as PollClient;
	}

	private async *inTime(walk: Walk): AsyncGenerator<FetchedPage> {
		for await (const page of walkPages(walk)) {
			yield page;
			if (this.pages >= this.pagesInTime) return;
		}
	}

	private answer(): Answer {
		const laatsteWijziging = new Date(this.lastChange).toISOString();
		const headers = { date: new Date(this.now).toUTCString() };
		return answerOf({ laatsteWijziging }, { headers });
	}

	private walk(list: ListRequest): Walk {
		return {
			paging: { ...this.paging, maximum: this.size },
			list,
			concurrency: 2,
			fetch: async (place) => this.page(list, place),
			fail: () => new RequestError({ message: 'inconsistent' }),
		};
	}

	private page(list: ListRequest, place: PagePlace): FetchedPage {
		this.onPage(this.pages++);
		const records = this.order(this.records, list);
		const entries = records.slice(place.offset, place.offset + place.size);
		const page: Page = { entries: structuredClone(entries), total: records.length };
		return { ...page, place, isLast: isLast(page, place) };
	}
}
