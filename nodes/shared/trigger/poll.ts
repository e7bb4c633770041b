import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Service } from '../service/service';
import { rememberPoll, startFrom, storesQuiet } from './lastPolls';
import { isScheduled, type PollClient, withinBudget } from './pollClient';
import { checksum, readStaticData, type SavedState, writeStaticData } from './staticData';
import type { Changes, Watch } from './watch';

/** Nodes that are polling; n8n starts a poll even while the previous one is running. */
const polling = new Set<string>();

const toItems = (records: IDataObject[]): INodeExecutionData[][] => [
	records.map((json) => ({ json })),
];

/** What was read, and what it was compared with. */
interface Reading {
	subject: string;
	/** The same account, with a new key or address. */
	isRenewed: boolean;
	before?: SavedState;
	changes: Changes;
}

/** One poll of a node. */
class NodePoll {
	/** Identifies the node in this process. */
	private readonly node: string;

	private readonly settings: string;

	private readonly data: IDataObject;

	private readonly isScheduled: boolean;

	/** The static data is empty: n8n is activating the workflow. */
	private readonly isEmpty: boolean;

	constructor(private readonly context: IPollFunctions) {
		const { id, type, parameters } = context.getNode();
		this.node = JSON.stringify([context.getWorkflow().id, id, type]);
		this.settings = JSON.stringify(parameters);
		this.data = context.getWorkflowStaticData('node');
		this.isScheduled = isScheduled(context);
		this.isEmpty = Object.keys(this.data).length === 0;
	}

	/** The node as it is set now. */
	get key(): string {
		return `${this.node} ${this.settings}`;
	}

	/** @returns null while n8n may still be storing the last poll */
	async read(poll: PollClient, watch: Watch): Promise<Reading | null> {
		const subject = `${watch.subject} ${await poll.account()}`;
		const former = await this.formerSubject(poll, watch, subject);
		const known = former ?? subject;
		const start = startFrom(this.node, {
			...this.origin(known),
			saved: readStaticData(this.data, known),
		});
		if (!start) return null;
		const { saved: before } = start;
		const changes = await watch.changes(poll, before?.state);
		return { subject, isRenewed: former !== undefined, before, changes };
	}

	/** Stores a reading. @returns what is emitted */
	store({ subject, isRenewed, before, changes }: Reading): INodeExecutionData[][] | null {
		const { state, emitted } = changes;
		// The next poll learns from it whether n8n stores polls that emit nothing.
		const isProbe = this.isScheduled && !storesQuiet(this.node);
		const isSame = before !== undefined && checksum(state) === checksum(before.state);
		if (isSame && !isProbe && !isRenewed) return null;
		const items =
			emitted.length > 0 || (this.needsExecution() && (changes.mustPersist || isRenewed))
				? toItems(emitted)
				: null;
		const after = { serial: (before?.serial ?? 0) + 1, state };
		const hasEmitted = items !== null;
		rememberPoll(this.node, { ...this.origin(subject), before, after, hasEmitted });
		writeStaticData(this.data, subject, after);
		return items;
	}

	private origin(subject: string) {
		const { settings, isScheduled, isEmpty } = this;
		return { setup: `${settings} ${subject}`, isScheduled, isEmpty };
	}

	/** The stored subject, if it is the same account with another key or address. */
	private async formerSubject(
		poll: PollClient,
		watch: Watch,
		subject: string,
	): Promise<string | undefined> {
		const former = this.data.subject;
		if (typeof former !== 'string' || former === subject) return undefined;
		if (!former.startsWith(`${watch.subject} `)) return undefined;
		const saved = readStaticData(this.data, former);
		return saved && (await watch.recognizes?.(poll, saved.state)) ? former : undefined;
	}

	/**
	 * Whether n8n stores the static data only with an execution, here one without items. It stores the
	 * first poll with the activation. With Always Output Data the workflow would run with an item.
	 */
	private needsExecution(): boolean {
		if (this.isEmpty || this.context.getNode().alwaysOutputData) return false;
		return !(this.isScheduled && storesQuiet(this.node));
	}
}

/**
 * Polls once. A poll that fails stores and emits nothing, so the next one finds everything. A poll
 * during another one of the same node returns null.
 * @param share part of the rate limit that the trigger may use, 0 to 1
 * @throws NodeApiError, NodeOperationError
 */
export async function pollOnce(
	context: IPollFunctions,
	service: Service,
	watch: () => Watch,
	share?: number,
): Promise<INodeExecutionData[][] | null> {
	const within = async <T>(read: (poll: PollClient) => Promise<T>): Promise<T> =>
		await withinBudget(context, service, share, read);
	if (context.getMode() === 'manual') {
		const examples = await within(async (poll) => await watch().examples(poll));
		return examples.length === 0 ? null : toItems(examples);
	}
	const nodePoll = new NodePoll(context);
	if (polling.has(nodePoll.key)) return null;
	polling.add(nodePoll.key);
	try {
		const reading = await within(async (poll) => await nodePoll.read(poll, watch()));
		return reading && nodePoll.store(reading);
	} finally {
		polling.delete(nodePoll.key);
	}
}
