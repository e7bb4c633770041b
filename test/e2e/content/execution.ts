import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { n8nFolder } from '../../tools/paths';
import type { Session } from '../instance/session';
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

interface OutputItem {
	binary?: Record<string, { fileName?: string }>;
}

/** Runs of one node; the outputs of each by number, `null` where nothing came out. */
type NodeRuns = Array<{ data?: { main?: Array<OutputItem[] | null> } }>;

interface ExecutionData {
	resultData: {
		runData: Record<string, NodeRuns>;
		error?: { message?: string; description?: string; node?: { name?: string } };
	};
}

interface Execution {
	status: string;
	startedAt: string;
	stoppedAt: string | null;
	/** Written with the library `flatted`. */
	data: string;
}

/** n8n's own copy of the library it writes its executions with. */
const { parse } = createRequire(join(n8nFolder, 'node_modules/n8n/package.json'))('flatted') as {
	parse(text: string): unknown;
};

const outputsOf = (runs: NodeRuns): OutputItem[][] =>
	runs.flatMap(({ data }) => (data?.main ?? []).map((items) => items ?? []));

/** Items out of the nodes that lead to no other node. */
function itemsAtEnds(workflow: Workflow, runData: Record<string, NodeRuns>): OutputItem[] {
	const leads = (name: string) => workflow.connections[name]?.main?.some((to) => to?.length);
	const ends = Object.entries(runData).filter(([name]) => !leads(name));
	return ends.flatMap(([, runs]) => outputsOf(runs).flat());
}

function tellError({ error }: ExecutionData['resultData']): string | undefined {
	if (!error) return undefined;
	const { message, description, node } = error;
	return [node?.name, message, description].filter(Boolean).join(': ');
}

async function waitForEnd(session: Session, id: string): Promise<Execution> {
	const deadline = Date.now() + LONGEST_SECONDS * 1000;
	while (Date.now() < deadline) {
		const execution = await session.get<Execution>(`/rest/executions/${id}`);
		if (!['new', 'running', 'waiting'].includes(execution.status)) return execution;
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
	const { executionId } = await session.post<{ executionId: string }>(
		`/rest/workflows/${workflow.id}/run`,
		{ triggerToStartFrom: { name: trigger.name } },
	);
	const { status, startedAt, stoppedAt, data } = await waitForEnd(session, executionId);
	const { resultData } = parse(data) as ExecutionData;
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
