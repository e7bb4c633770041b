import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Service } from '../service/service';
import { rememberPoll, startFrom, storesQuietPolls } from './lastPolls';
import { isScheduled, type PollClient, withinBudget } from './pollClient';
import { checksum, readStaticData, type SavedState, writeStaticData } from './staticData';
import type { Changes, Emission, KnownList, Watch } from './watch';

/** Nodes that are polling; n8n starts a poll even while the previous one is running. */
const polling = new Set<string>();

interface Trigger {
	watch: Watch;
	output(record: IDataObject): IDataObject;
}

const toItems = ({ output }: Trigger, emitted: Emission[]): INodeExecutionData[][] => [
	emitted.map(({ record, ...more }) => ({ json: { ...output(record), ...more } })),
];

/** A poll of a node, as n8n calls it. */
function nodePollOf(context: IPollFunctions) {
	const { id, type, parameters, alwaysOutputData } = context.getNode();
	const data = context.getWorkflowStaticData('node');
	return {
		/** Identifies the node in this process. */
		node: JSON.stringify([context.getWorkflow().id, id, type]),
		settings: JSON.stringify(parameters),
		data,
		isScheduled: isScheduled(context),
		/** Nothing is stored: n8n is activating the workflow. */
		isEmpty: Object.keys(data).length === 0,
		alwaysOutputData,
	};
}

type NodePoll = ReturnType<typeof nodePollOf>;

const originOf = ({ settings, isScheduled, isEmpty }: NodePoll, subject: string) => ({
	setup: `${settings} ${subject}`,
	isScheduled,
	isEmpty,
});

/** What was read, and what it was compared with. */
interface Reading extends Changes {
	items: INodeExecutionData[][];
	subject: string;
	before?: SavedState;
	/** The account has another key or address. */
	isRenewed: boolean;
}

/** Whether one of the lists holds the records that are known of it. */
async function recognizesAny(poll: PollClient, lists: KnownList[]): Promise<boolean> {
	for (const { request, state, reader } of lists) {
		if (state.known.size === 0) continue;
		const ids: Array<string | undefined> = [];
		for await (const { entries } of poll.pages(request)) {
			ids.push(...entries.map(reader.identify));
			if (state.known.recognizes(ids)) return true;
		}
	}
	return false;
}

/** @returns null while n8n may still be storing the last poll */
async function read(
	nodePoll: NodePoll,
	poll: PollClient,
	trigger: Trigger,
): Promise<Reading | null> {
	const { node, data } = nodePoll;
	const { watch } = trigger;
	const subject = `${watch.subject} ${await poll.account()}`;
	let known = subject;
	const stored = String(data.subject);
	if (stored !== subject && stored.startsWith(`${watch.subject} `)) {
		const saved = readStaticData(data, stored);
		const lists = (saved && watch.listsOf?.(saved.state)) ?? [];
		if (await recognizesAny(poll, lists)) known = stored;
	}
	const origin = originOf(nodePoll, known);
	const start = startFrom(node, { ...origin, saved: readStaticData(data, known) });
	if (!start) return null;
	const { saved: before } = start;
	const changes = await watch.changes(poll, before?.state);
	const items = toItems(trigger, changes.emitted);
	return { ...changes, items, subject, before, isRenewed: known !== subject };
}

/** Stores what a poll read. @returns what it emits */
function store(
	nodePoll: NodePoll,
	{ subject, isRenewed, before, state, items, mustPersist }: Reading,
): INodeExecutionData[][] | null {
	const { node, data } = nodePoll;
	const storesQuietly = nodePoll.isScheduled && storesQuietPolls(node);
	const isSame = before !== undefined && checksum(state) === checksum(before.state);
	// A write shows the next poll whether n8n stores polls that emit nothing.
	const isProbe = nodePoll.isScheduled && !storesQuietly;
	if (isSame && !isRenewed && !isProbe) return null;
	// n8n stores the first poll with the activation. With Always Output Data an execution without items
	// would run the workflow.
	const canForce = !storesQuietly && !nodePoll.isEmpty && !nodePoll.alwaysOutputData;
	const hasEmitted = items[0].length > 0 || (canForce && (mustPersist || isRenewed));
	const after = { serial: (before?.serial ?? 0) + 1, state };
	rememberPoll(node, { ...originOf(nodePoll, subject), before, after, hasEmitted });
	writeStaticData(data, subject, after);
	return hasEmitted ? items : null;
}

/**
 * Polls once. A poll that fails stores and emits nothing, so the next one finds everything. A poll
 * during another one of the same node returns null.
 * @param trigger makes it; is given what reads a parameter
 * @param share part of the rate limit that the trigger may use, 0 to 1
 * @throws NodeApiError, NodeOperationError
 */
export async function pollOnce(
	context: IPollFunctions,
	service: Service,
	trigger: (read: (name: string, fallback: unknown) => unknown) => Trigger,
	share?: number,
): Promise<INodeExecutionData[][] | null> {
	const readParameter = (name: string, other: unknown) => context.getNodeParameter(name, other);
	const within = async <T>(work: (poll: PollClient, trigger: Trigger) => Promise<T>) =>
		await withinBudget(context, service, share, (poll) => work(poll, trigger(readParameter)));
	if (context.getMode() === 'manual') {
		const items = await within(async (poll, one) => toItems(one, await one.watch.examples(poll)));
		return items[0].length === 0 ? null : items;
	}
	const nodePoll = nodePollOf(context);
	const key = `${nodePoll.node} ${nodePoll.settings}`;
	if (polling.has(key)) return null;
	polling.add(key);
	try {
		const reading = await within(async (poll, one) => await read(nodePoll, poll, one));
		return reading && store(nodePoll, reading);
	} finally {
		polling.delete(key);
	}
}
