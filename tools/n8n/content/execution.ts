import Table from 'cli-table3';
import type { INodeExecutionData } from 'n8n-workflow';
import { n8nRelease } from '../../lib/paths';
import { until } from '../../lib/until';
import type { Session } from '../instance/session';
import {
	hasEnded,
	type ListedExecution,
	listExecutions,
	type NodeRuns,
	outputsOf,
	readExecution,
	type RunContent,
	type SavedExecution,
} from './saved';
import type { Workflow } from './workflow';

const right = (content: string) => ({ content, hAlign: 'right' as const });

const tellItems = ({ items, files }: Result): string =>
	files.length > 0 ? `${items} (${files.join(', ')})` : String(items);

const tellStatus = (result: Result): string =>
	result.status === 'success' && !isGood(result) ? 'no items' : result.status;

/** A table of results, with the errors below it. */
export function tableOf(results: Result[]): string {
	const table = new Table({
		head: ['Workflow', 'Status', 'Nodes', 'Most items', 'Items at the end', 'Time'],
		style: { head: [], border: [], compact: true },
	});
	for (const result of results) {
		table.push([
			result.workflow,
			tellStatus(result),
			right(String(result.nodes)),
			right(String(result.mostItems)),
			right(tellItems(result)),
			right(`${(result.milliseconds / 1000).toFixed(1)} s`),
		]);
	}
	const errors = results.flatMap(({ workflow, error }) => (error ? [`${workflow}: ${error}`] : []));
	return [table.toString(), ...errors].join('\n');
}

const isTrigger = (type: string): boolean => /Trigger$|\.webhook$/.test(type);

/** The trigger data of the editor's chat. */
const chatData = (chatInput: string) => ({
	startTime: Date.now(),
	executionTime: 0,
	executionIndex: 0,
	executionStatus: 'success',
	source: [],
	data: { main: [[{ json: { sessionId: 'demo', action: 'sendMessage', chatInput } }]] },
});

export interface Result {
	workflow: string;
	status: string;
	items: number;
	mostItems: number;
	nodes: number;
	files: string[];
	milliseconds: number;
	error?: string;
}

function itemsAtEnds(workflow: Workflow, runData: Record<string, NodeRuns>): INodeExecutionData[] {
	const leads = (name: string) => workflow.connections[name]?.main?.some((to) => to?.length);
	const ends = Object.entries(runData).filter(([name]) => !leads(name));
	return ends.flatMap(([, runs]) => outputsOf(runs).flat());
}

function tellError({ error }: RunContent['resultData']): string | undefined {
	if (!error) return undefined;
	const { message, description, node } = error;
	return [node?.name, message, description].filter(Boolean).join(': ');
}

/** Waits until all new runs have ended. @returns the latest with items @throws Error after 2 min */
export async function waitForRun(
	session: Session,
	{ id, nodes }: Workflow,
	isNew: (execution: ListedExecution) => boolean,
): Promise<SavedExecution> {
	const passed = new Set<string>();
	const findRun = async () => {
		const runs = (await listExecutions(session, id)).filter(
			(one) => isNew(one) && !passed.has(one.id),
		);
		for (const { id: executionId } of runs.every(hasEnded) ? runs : []) {
			const execution = await readExecution(session, executionId);
			// An older n8n saves the end first, and the data later.
			if (!execution.content) break;
			const { runData } = execution.content.resultData;
			const begins = nodes.some(
				({ name, type }) => isTrigger(type) && outputsOf(runData[name]).flat().length > 0,
			);
			// A trigger also starts runs without items, for n8n to keep what it has seen.
			if (begins || execution.status !== 'success') return execution;
			passed.add(executionId);
		}
		return undefined;
	};
	return await until('the workflow to end', findRun, { seconds: 120 });
}

export function resultOf(workflow: Workflow, execution: SavedExecution): Result {
	const { status, startedAt, stoppedAt, content } = execution;
	const { resultData } = content;
	const items = itemsAtEnds(workflow, resultData.runData);
	const counts = Object.values(resultData.runData).map((runs) => outputsOf(runs).flat().length);
	return {
		workflow: workflow.name,
		status,
		items: items.length,
		mostItems: Math.max(0, ...counts),
		nodes: counts.length,
		files: items.flatMap(({ binary = {} }) =>
			Object.values(binary).map(({ fileName = 'file' }) => fileName),
		),
		milliseconds: Date.parse(stoppedAt ?? startedAt) - Date.parse(startedAt),
		error: tellError(resultData),
	};
}

/** Runs a workflow by the editor's button or chat. @throws Error when it doesn't start or end */
export async function execute(
	session: Session,
	workflow: Workflow,
	message: string,
): Promise<Result> {
	const trigger = workflow.nodes.find(({ type }) => isTrigger(type));
	if (!trigger) throw new Error(`"${workflow.name}" has no trigger`);
	const isChat = trigger.type.endsWith('.chatTrigger');
	const path = `/rest/workflows/${workflow.id}`;
	const { executionId } = await session.post<{ executionId: string }>(`${path}/run`, {
		triggerToStartFrom: { name: trigger.name, ...(isChat && { data: chatData(message) }) },
		// An older n8n runs what the editor shows, not what is saved.
		...(n8nRelease === 'oldest' && { workflowData: await session.get(path) }),
	});
	const execution = await waitForRun(session, workflow, ({ id }) => id === executionId);
	return resultOf(workflow, execution);
}

export const isGood = ({ status, items }: Result): boolean => status === 'success' && items > 0;
