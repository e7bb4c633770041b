import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import type { builtCredentials } from '../build';
import { hostFor } from './host';

/** A node, and what it is to do. */
export interface EngineJob {
	/** As in a workflow; n8n lets its own HTTP Request node use every credential. */
	type: string;
	typeVersion: number;
	nodeType: INodeType;
	/** Beside those that n8n fills in. */
	parameters: IDataObject;
	credentialType: keyof typeof builtCredentials;
	credentials: IDataObject;
	items?: IDataObject[];
	settings?: Partial<INode>;
}

/** Gives the items that the node is to work on. */
const sourceOf = (items: IDataObject[]): INodeType => ({
	description: {
		displayName: 'Source',
		name: 'source',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Source' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute: async () => [items.map((json) => ({ json }))],
});

function workflowOf(job: EngineJob): Workflow {
	const source = sourceOf(job.items ?? [{}]);
	const { nodeType, typeVersion, credentialType } = job;
	const { description } = nodeType;
	const parameters = NodeHelpers.getNodeParameters(
		description.properties,
		job.parameters as INode['parameters'],
		true,
		false,
		{ typeVersion },
		description,
	);
	return new Workflow({
		id: '1',
		nodes: [
			{
				id: '1',
				name: 'Source',
				type: 'source',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: '2',
				name: 'Node',
				type: job.type,
				typeVersion,
				position: [200, 0],
				parameters: parameters ?? {},
				credentials: { [credentialType]: { id: '1', name: 'Bench' } },
				...job.settings,
			},
		],
		connections: {
			Source: { main: [[{ node: 'Node', type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: (type) => (type === 'source' ? source : nodeType),
			getKnownTypes: () => ({}),
		},
	});
}

/**
 * Runs a node through n8n's engine.
 * @returns its output items
 * @throws the error that ended the node
 */
export async function runInEngine(job: EngineJob): Promise<INodeExecutionData[]> {
	const workflow = workflowOf(job);
	const first = {
		node: workflow.getNode('Source')!,
		data: { main: [[{ json: {} }]] },
		source: null,
	};
	const engine = new WorkflowExecute(
		hostFor(job.credentialType, job.credentials),
		'trigger',
		createRunExecutionData({ executionData: { nodeExecutionStack: [first] } }),
	);
	const { data } = await engine.processRunExecutionData(workflow);
	if (data.resultData.error) throw data.resultData.error;
	const [task] = data.resultData.runData.Node;
	return task.data?.main[0] ?? [];
}
