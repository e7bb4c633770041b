import type { INodeExecutionData } from 'n8n-workflow';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { n8nFolder, n8nRelease } from '../../lib/paths';
import type { Session } from '../instance/session';

/** Runs of one node; an output without items is `null`. */
export type NodeRuns = Array<{ data?: { main?: Array<INodeExecutionData[] | null> } }>;

export interface RunContent {
	resultData: {
		runData: Record<string, NodeRuns>;
		error?: { message?: string; description?: string; node?: { name?: string } };
	};
}

export interface ListedExecution {
	id: string;
	status: string;
	startedAt: string;
	stoppedAt: string | null;
}

export interface SavedExecution extends ListedExecution {
	content: RunContent;
}

const requireFromN8n = createRequire(join(n8nFolder, 'node_modules/n8n/package.json'));

/** Parses an execution's data with n8n's own copy of the library. */
function parse(text: string): unknown {
	const flatted = requireFromN8n('flatted') as { parse(text: string): unknown };
	return flatted.parse(text);
}

export const hasEnded = ({ status }: ListedExecution): boolean =>
	!['new', 'running', 'waiting'].includes(status);

/** The latest 100 runs of a workflow. */
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

/** The items by output, of one run after the other. */
export const outputsOf = (runs: NodeRuns = []): INodeExecutionData[][] =>
	runs.flatMap(({ data }) => (data?.main ?? []).map((items) => items ?? []));

interface EditedWorkflow {
	versionId: string;
	nodes: unknown[];
	connections: unknown;
}

/** Publishes a workflow: its trigger starts it from now on. */
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

export async function unpublish(session: Session, workflowId: string): Promise<void> {
	await session.post(`/rest/workflows/${workflowId}/deactivate`, {});
}
