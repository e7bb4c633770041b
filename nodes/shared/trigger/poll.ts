import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { toNodeError } from '../node/nodeError';
import { defaultSettings } from '../node/requestOptions';
import { connect } from '../request/connection';
import type { ListRequest, PageRequest } from '../request/paging';
import type { ServiceRequest } from '../request/send';
import type { Answer, Service } from '../request/service';
import { type RequestSettings, Session } from '../request/session';

/** What a trigger watches, in one poll after another. */
export interface Watch {
	/** What the state belongs to; when the user chooses something else, stock is taken anew. */
	subject: string;
	/** Some recent records, for a test in the editor; the state stays as it is. */
	examples(poll: Poll): Promise<IDataObject[]>;
	/**
	 * What happened since the state was kept.
	 * @param state as the last poll returned it; undefined the first time
	 * @returns the state to keep, and what is to be emitted: nothing the first time
	 */
	changes(poll: Poll, state: IDataObject | undefined): Promise<Changes>;
}

export interface Changes {
	state: IDataObject;
	emitted: IDataObject[];
}

/** Requests of one poll. */
export class Poll {
	private readonly settings: RequestSettings;

	constructor(
		service: Service,
		private readonly session: Session,
		/** Until when the poll must be done, in milliseconds since 1970. */
		readonly deadline: number,
	) {
		this.settings = defaultSettings(service);
	}

	/** Sends a request. @throws RequestError */
	async request(request: ServiceRequest): Promise<Answer> {
		return await this.session.request(request, this.settings);
	}

	/** Fetches a list. @throws RequestError */
	async list(list: ListRequest): Promise<IDataObject[]> {
		return await this.session.list(list, this.settings);
	}

	/** Fetches one page of a list. @throws RequestError */
	async page(list: ListRequest, place: PageRequest) {
		return await this.session.page(list, place, this.settings);
	}
}

/** Of the time that n8n gives a poll this part is used, so that it ends before it is given up. */
const PART_OF_BUDGET = 0.8;

/** Minutes that a poll may take where n8n doesn't say. */
const BUDGET = 5 * 60_000;

/**
 * Polls once. What is emitted and what is kept go together: a poll that fails on the way keeps
 * and emits nothing, so the next one finds all of it.
 * @param share part of the service's rate limit, 0 to 1, that the trigger may use
 * @throws NodeApiError, NodeOperationError
 */
export async function pollOnce(
	context: IPollFunctions,
	service: Service,
	watch: () => Watch,
	share?: number,
): Promise<INodeExecutionData[][] | null> {
	try {
		const watched = watch();
		const budget = 'getPollBudgetMs' in context ? context.getPollBudgetMs() : BUDGET;
		const session = new Session(async () => await connect(context, service, { share }));
		const poll = new Poll(service, session, Date.now() + budget * PART_OF_BUDGET);
		if (context.getMode() === 'manual') return toItems(await watched.examples(poll));

		const kept = context.getWorkflowStaticData('node');
		const state = kept.subject === watched.subject ? (kept.state as IDataObject) : undefined;
		const changes = await watched.changes(poll, state);
		kept.subject = watched.subject;
		kept.state = changes.state;
		return toItems(changes.emitted);
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

const toItems = (records: IDataObject[]): INodeExecutionData[][] | null =>
	records.length === 0 ? null : [records.map((json) => ({ json }))];
