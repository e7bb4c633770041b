import type { INodeExecutionData } from 'n8n-workflow';
import { setTimeout as sleep } from 'node:timers/promises';
import { n8nRelease } from '../../tools/paths';
import type { Session } from '../instance/session';
import {
	hasEnded,
	type NodeRuns,
	outputsOf,
	readExecution,
	type RunContent,
	type SavedExecution,
} from './saved';
import type { Workflow } from './workflow';

const LONGEST_SECONDS = 120;

const TRIGGER = 'n8n-nodes-base.manualTrigger';

/** What came of one run of a workflow. */
export interface Result {
	workflow: string;
	/** As n8n names it: `success`, `error`, `canceled`, … */
	status: string;
	/** Items out of the nodes that lead to no other node. */
	items: number;
	/** The most items that any one node gave. */
	mostItems: number;
	/** How many nodes ran. */
	nodes: number;
	/** Names of the files among the items. */
	files: string[];
	milliseconds: number;
	/** What went wrong, with the node. */
	error?: string;
}

/** Items out of the nodes that lead to no other node. */
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

async function waitForEnd(session: Session, id: string): Promise<SavedExecution> {
	const deadline = Date.now() + LONGEST_SECONDS * 1000;
	while (Date.now() < deadline) {
		const execution = await readExecution(session, id);
		// An older n8n saves the end first, and what came of it after that.
		if (hasEnded(execution) && execution.content) return execution;
		await sleep(100);
	}
	throw new Error(`The workflow did not end within ${LONGEST_SECONDS} s`);
}

/**
 * Runs a workflow in the running n8n, as the editor's button does, and waits for its end.
 * @throws Error where it can't be started or doesn't end
 */
export async function execute(session: Session, workflow: Workflow): Promise<Result> {
	const trigger = workflow.nodes.find(({ type }) => type === TRIGGER);
	if (!trigger) throw new Error(`"${workflow.name}" has no manual trigger`);
	const path = `/rest/workflows/${workflow.id}`;
	const { executionId } = await session.post<{ executionId: string }>(`${path}/run`, {
		triggerToStartFrom: { name: trigger.name },
		// An older n8n runs what the editor shows, not what is saved.
		...(n8nRelease === 'oldest' && { workflowData: await session.get(path) }),
	});
	const { status, startedAt, stoppedAt, content } = await waitForEnd(session, executionId);
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

/** Whether a run did what it is for. */
export const isGood = ({ status, items }: Result): boolean => status === 'success' && items > 0;
