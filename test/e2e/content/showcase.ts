import { randomUUID } from 'node:crypto';
import type { INodeTypeDescription } from 'n8n-workflow';
import type { SandboxCredential } from '../../../sandbox';
import { nodeServiceNames, showcases } from '../../services';
import { ourNodes, ourTriggers } from './nodeTypes';
import type { Workflow, WorkflowNode } from './workflow';

export const nodesWorkflowId = 'showcaseNodes001';
export const triggersWorkflowId = 'showcaseTrigger1';

/** What each node is set to, by its name. */
const PARAMETERS = Object.fromEntries(
	nodeServiceNames.flatMap((name) => [
		[name, showcases[name].node],
		[`${name}Trigger`, showcases[name].trigger ?? {}],
	]),
);

/** Nodes of these types, one above the other. */
function columnOf(
	types: INodeTypeDescription[],
	left: number,
	credentials: SandboxCredential[],
): WorkflowNode[] {
	return types.map(({ name, displayName, credentials: [wanted] = [] }, index) => {
		const { id, name: title } = credentials.find(({ type }) => type === wanted.name)!;
		return {
			// The editor opens a node by the first characters of its id.
			id: randomUUID(),
			name: displayName,
			type: `n8n-nodes-dutch-business.${name}`,
			typeVersion: 1,
			position: [left, index * 192],
			parameters: PARAMETERS[name],
			credentials: { [wanted.name]: { id, name: title } },
		};
	});
}

/** A workflow with all action nodes behind a manual trigger, and one with all trigger nodes. */
export function showcase(services: Array<{ credential: SandboxCredential }>): Workflow[] {
	const credentials = services.map(({ credential }) => credential);
	const start: WorkflowNode = {
		id: randomUUID(),
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 192],
		parameters: {},
	};
	const nodes = columnOf(ourNodes, 288, credentials);
	const targets = nodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }));
	return [
		{
			id: nodesWorkflowId,
			name: 'The nodes',
			active: false,
			nodes: [start, ...nodes],
			connections: { [start.name]: { main: [targets] } },
		},
		{
			id: triggersWorkflowId,
			name: 'The triggers',
			active: false,
			nodes: columnOf(ourTriggers, 0, credentials),
			connections: {},
		},
	];
}
