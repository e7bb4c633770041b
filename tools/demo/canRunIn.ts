import type { Workflow, WorkflowNode } from '../n8n/content/workflow';
import { oldest, type Version } from '../n8n/versions';

type Node = Pick<WorkflowNode, 'type' | 'parameters'>;

/** Tables of n8n's Data Table node, which has only rows in n8n-nodes-base 1.121.0; approval of a tool. */
const isNewer = ({ type, parameters }: Node): boolean =>
	type.endsWith('HitlTool') ||
	(type === 'n8n-nodes-base.dataTable' && parameters.resource === 'table');

/** Whether a version of n8n has the nodes of an example. */
export const hasNodes = (version: Version, nodes: Node[]): boolean =>
	version !== oldest || !nodes.some(isNewer);

/** Whether an example can run in a version of n8n. */
export const canRunIn = (version: Version, { nodes }: Workflow): boolean =>
	hasNodes(version, nodes) &&
	(!version.lacks.includes('COR with a client certificate') ||
		nodes.every(({ credentials = {} }) => !('corApi' in credentials)));
