import type { INodeExecutionData } from 'n8n-workflow';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { n8nFolder, n8nRelease } from '../../lib/paths';
import type { Session } from '../instance/session';

/** Runs of one node; the outputs of each by number, `null` where nothing came out. */
export type NodeRuns = Array<{ data?: { main?: Array<INodeExecutionData[] | null> } }>;

/** What n8n keeps of a run of a workflow. */
export interface RunContent {
	resultData: {
		/** By the name of the node. */
		runData: Record<string, NodeRuns>;
		error?: { message?: string; description?: string; node?: { name?: string } };
	};
}

/** A run of a workflow, as n8n lists it. */
export interface ListedExecution {
	id: string;
	/** As n8n names it: `success`, `error`, `canceled`, … */
	status: string;
	startedAt: string;
	stoppedAt: string | null;
}

/** A run of a workflow, as n8n saved it. */
export interface SavedExecution extends ListedExecution {
	content: RunContent;
}

const requireFromN8n = createRequire(join(n8nFolder, 'node_modules/n8n/package.json'));

/** Reads what n8n writes its executions as, with its own copy of the library it does so with. */
function parse(text: string): unknown {
	const flatted = requireFromN8n('flatted') as { parse(text: string): unknown };
	return flatted.parse(text);
}

export const hasEnded = ({ status }: ListedExecution): boolean =>
	!['new', 'running', 'waiting'].includes(status);

/** The runs of a workflow, the latest 100 of them. */
export async function listExecutions(
	session: Session,
	workflowId: string,
): Promise<ListedExecution[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const path = `/rest/executions?filter=${filter}&limit=100`;
	return (await session.get<{ results: ListedExecution[] }>(path)).results;
}

export async function readExecution(session: Session, id: string): Promise<SavedExecution> {
	const path = `/rest/executions/${id}`;
	const { data, ...listed } = await session.get<ListedExecution & { data: string }>(path);
	return { ...listed, content: parse(data) as RunContent };
}

/** What came out of the runs of a node: the items by output, of one run after the other. */
export const outputsOf = (runs: NodeRuns = []): INodeExecutionData[][] =>
	runs.flatMap(({ data }) => (data?.main ?? []).map((items) => items ?? []));

/** A workflow in the editor. */
interface EditedWorkflow {
	versionId: string;
	nodes: unknown[];
	connections: unknown;
}

/** Publishes a workflow: from now on its trigger starts it. */
export async function publish(session: Session, workflowId: string): Promise<void> {
	const path = `/rest/workflows/${workflowId}`;
	let workflow = await session.get<EditedWorkflow>(path);
	// An older n8n publishes only what was saved in its editor, not what was imported.
	if (n8nRelease === 'oldest') {
		const { versionId, nodes, connections } = workflow;
		workflow = await session.patch(path, { versionId, nodes, connections });
	}
	await session.post(`${path}/activate`, { versionId: workflow.versionId });
}

/** Ends what `publish` began. */
export async function unpublish(session: Session, workflowId: string): Promise<void> {
	await session.post(`/rest/workflows/${workflowId}/deactivate`, {});
}
