import { randomUUID } from 'node:crypto';
import type { INodeTypeDescription } from 'n8n-workflow';
import type { SandboxCredential } from '../../../sandbox';
import { nodeServiceNames, services } from '../../services';
import { forms } from './forms';
import { ourNodes, ourTriggers } from './nodeTypes';
import type { Workflow, WorkflowNode } from './workflow';

export const nodesWorkflowId = 'showcaseNodes001';
export const triggersWorkflowId = 'showcaseTrigger1';
export const formsWorkflowId = 'showcaseForms001';
export const columnsWorkflowId = 'showcaseColumns1';
export const emptyWorkflowId = 'showcaseEmpty001';

/** Rows of a sheet that make one invoice. */
export const orderLines = ['Uren', 'Reiskosten', 'Materiaal'].map((description, index) => ({
	reference: 'PO-7',
	'lines.description': description,
	'lines.quantity': index + 1,
	'lines.price': 12.5 * (index + 1),
}));

/** By node name. */
const PARAMETERS = Object.fromEntries(
	nodeServiceNames.flatMap((name) => [
		[name, services[name].node],
		[`${name}Trigger`, services[name].trigger ?? {}],
	]),
);

function nodeOf(
	{ name, displayName, credentials: [wanted] = [] }: INodeTypeDescription,
	credentials: SandboxCredential[],
): WorkflowNode {
	const { id, name: title } = credentials.find(({ type }) => type === wanted.name)!;
	return {
		// The editor opens a node by the first characters of its id.
		id: randomUUID(),
		name: displayName,
		type: `n8n-nodes-dutch-business.${name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: PARAMETERS[name],
		credentials: { [wanted.name]: { id, name: title } },
	};
}

const columnOf = (
	types: INodeTypeDescription[],
	left: number,
	credentials: SandboxCredential[],
): WorkflowNode[] =>
	types.map((type, index) => ({
		...nodeOf(type, credentials),
		position: [left, index * 192],
	}));

/** Workflows with all action nodes, all trigger nodes, all forms, and only a manual trigger. */
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
		{
			id: formsWorkflowId,
			name: 'The forms',
			active: false,
			nodes: forms.map(({ name, type, parameters }, index) => ({
				...nodeOf(type, credentials),
				name,
				position: [(index % 3) * 288, Math.floor(index / 3) * 192],
				parameters,
			})),
			connections: {},
		},
		{
			id: columnsWorkflowId,
			name: 'Order lines to an invoice',
			active: false,
			nodes: [
				start,
				...['By Hand', 'Automatically'].map((name, index) => ({
					...nodeOf(ourNodes.find((node) => node.name === 'corlega')!, credentials),
					name,
					position: [288, index * 192] as [number, number],
					parameters: { resource: 'invoice', operation: 'create' },
				})),
			],
			connections: {
				[start.name]: {
					main: [['By Hand', 'Automatically'].map((node) => ({ node, type: 'main', index: 0 }))],
				},
			},
			pinData: { [start.name]: orderLines.map((json) => ({ json })) },
		},
		{ id: emptyWorkflowId, name: 'My workflow', active: false, nodes: [start], connections: {} },
	];
}
