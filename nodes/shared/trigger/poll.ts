import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Service } from '../service/service';
import { isScheduled, withinBudget } from './budget';
import { type Kept, readKept, writeKept } from './kept';
import { isStored, type PollName, rememberPoll, startFrom } from './memory';
import type { Changes, Poll, Watch } from './watch';

/** Nodes of which a poll is going on, since n8n starts one at each tick of its schedule. */
const polling = new Set<string>();

/** Polls without overlapping. @returns null while another poll of the node goes on */
async function alone<T>(node: string, poll: () => Promise<T>): Promise<T | null> {
	if (polling.has(node)) return null;
	polling.add(node);
	try {
		return await poll();
	} finally {
		polling.delete(node);
	}
}

const toItems = (records: IDataObject[]): INodeExecutionData[][] => [
	records.map((json) => ({ json })),
];

/** What tells a node, and how it is set now, from all others in this process. */
function nameOf(context: IPollFunctions): PollName {
	const { id, type, parameters } = context.getNode();
	return {
		node: JSON.stringify([context.getWorkflow().id, id, type]),
		settings: JSON.stringify(parameters),
	};
}

const dataOf = (context: IPollFunctions): IDataObject => context.getWorkflowStaticData('node');

/** Nothing was kept yet, so n8n activates the workflow. */
const isFirst = (context: IPollFunctions): boolean => Object.keys(dataOf(context)).length === 0;

/**
 * Gives what a poll came to. What n8n would forget is worth an execution without items, which makes
 * n8n store it: it stores what a poll kept only with an emission, unless its durable cursors are on.
 */
function emit(
	context: IPollFunctions,
	{ emitted, isWorthKeeping }: Changes,
): INodeExecutionData[][] | null {
	if (emitted.length > 0) return toItems(emitted);
	// What the first poll kept is stored with the activation. With Always Output Data the workflow
	// would really run.
	if (!isWorthKeeping || isFirst(context) || context.getNode().alwaysOutputData) return null;
	return isScheduled(context) && isStored(nameOf(context)) ? null : toItems([]);
}

/** What a poll came to, and what it started from. */
interface Found {
	subject: string;
	/** What was kept belonged to another key or address of the same account. */
	isRenewed: boolean;
	before?: Kept;
	changes: Changes;
}

/** The subject of what was kept with another key, or another address, of the service. */
function formerSubject(context: IPollFunctions, watch: Watch, subject: string): string | undefined {
	const { subject: former } = dataOf(context);
	const isFormer = typeof former === 'string' && former.startsWith(`${watch.subject} `);
	return isFormer && former !== subject ? former : undefined;
}

/**
 * Whether the records that were known are there still: then a key was renewed, or the address of the
 * service, and it is the same account.
 */
async function recognizes(
	context: IPollFunctions,
	poll: Poll,
	watch: Watch,
	subject: string,
): Promise<boolean> {
	const kept = readKept(dataOf(context), subject);
	return kept !== undefined && ((await watch.recognizes?.(poll, kept.state)) ?? false);
}

/** Reads what is new. @returns null where n8n has not stored the last poll yet */
async function find(context: IPollFunctions, poll: Poll, watch: Watch): Promise<Found | null> {
	const subject = `${watch.subject} ${await poll.account()}`;
	const former = formerSubject(context, watch, subject);
	const isRenewed = former !== undefined && (await recognizes(context, poll, watch, former));
	const known = isRenewed ? former : subject;
	const start = startFrom(nameOf(context), {
		subject: known,
		isScheduled: isScheduled(context),
		kept: readKept(dataOf(context), known),
		isEmpty: isFirst(context),
	});
	if (start === 'tooEarly') return null;
	const { kept } = start;
	const changes = await watch.changes(poll, kept?.state);
	return { subject, isRenewed, before: kept, changes };
}

/** Keeps what a poll found, all at once. @returns what is emitted */
function keep(
	context: IPollFunctions,
	{ subject, isRenewed, before, changes }: Found,
): INodeExecutionData[][] | null {
	// Where it isn't known yet what n8n stores, the same is kept once more: the next poll can tell.
	const tells = isScheduled(context) && !isStored(nameOf(context));
	if (changes.state === before?.state && !tells && !isRenewed) return null;
	const isWorthKeeping = changes.isWorthKeeping || isRenewed;
	const items = emit(context, { ...changes, isWorthKeeping });
	const kept: Kept = { serial: (before?.serial ?? 0) + 1, state: changes.state };
	rememberPoll(nameOf(context), {
		...kept,
		subject,
		before,
		hasEmitted: items !== null,
		isScheduled: isScheduled(context),
		wasEmpty: isFirst(context),
	});
	writeKept(dataOf(context), subject, kept);
	return items;
}

/**
 * Polls once. What is emitted and what is kept go together: a poll that fails on the way keeps
 * and emits nothing, so the next one finds all of it. A poll while another one of the node goes on
 * returns nothing.
 * @param share part of the service's rate limit, 0 to 1, that the trigger may use
 * @throws NodeApiError, NodeOperationError
 */
export async function pollOnce(
	context: IPollFunctions,
	service: Service,
	watch: () => Watch,
	share?: number,
): Promise<INodeExecutionData[][] | null> {
	const within = async <T>(read: (poll: Poll) => Promise<T>): Promise<T> =>
		await withinBudget(context, service, share, read);
	if (context.getMode() === 'manual') {
		const examples = await within(async (poll) => await watch().examples(poll));
		return examples.length === 0 ? null : toItems(examples);
	}
	return await alone(JSON.stringify(nameOf(context)), async () => {
		const found = await within(async (poll) => await find(context, poll, watch()));
		return found && keep(context, found);
	});
}
