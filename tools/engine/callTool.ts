import 'reflect-metadata';

import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeType,
	NodeConnectionTypes,
	Workflow,
} from 'n8n-workflow';
import { additionalDataFor } from './additionalData';
import { CredentialsHelper } from './credentialsHelper';
import { nodeOf, type NodeSetup } from './workflow';

const AGENT = 'Agent';

interface Tool {
	invoke(given: IDataObject): Promise<unknown>;
}

const agentOf = (given: IDataObject): INodeType => ({
	description: {
		displayName: AGENT,
		name: 'agent',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: AGENT },
		inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		const [tool] = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
		return [[{ json: { answer: await tool.invoke(given) } }]] as never;
	},
});

/** The tool that n8n makes of a node with `usableAsTool`. */
function toolOf({ nodeType }: NodeSetup): INodeType {
	const { description } = nodeType;
	const toolDescription = {
		displayName: 'Description',
		name: 'toolDescription',
		type: 'string' as const,
		default: description.description,
	};
	return Object.assign(Object.create(nodeType) as INodeType, {
		description: {
			...description,
			name: `${description.name}Tool`,
			inputs: [],
			outputs: [NodeConnectionTypes.AiTool],
			properties: [toolDescription, ...description.properties],
		},
	});
}

/**
 * Lets an agent call a node as its tool, through n8n's engine.
 * @param given the model's values, by their names in `$fromAI`
 * @throws Error as the agent gets it
 */
export async function callTool(setup: NodeSetup, given: IDataObject): Promise<unknown> {
	const tool = toolOf(setup);
	const node = nodeOf({ ...setup, type: `n8n-nodes-dutch-business.${tool.description.name}` });
	const agent: INode = {
		id: '2',
		name: AGENT,
		type: 'agent',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const agentType = agentOf(given);
	const typeOf = (type: string) => (type === agent.type ? agentType : tool);
	const to = { node: AGENT, type: NodeConnectionTypes.AiTool, index: 0 };
	const workflow = new Workflow({
		id: '1',
		nodes: [agent, node],
		connections: { [node.name]: { [NodeConnectionTypes.AiTool]: [[to]] } },
		active: false,
		nodeTypes: { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) },
	});
	const start = { node: agent, data: { main: [[{ json: {} }]] }, source: null };
	const engine = new WorkflowExecute(
		additionalDataFor(new CredentialsHelper(setup.credential)),
		'manual',
		createRunExecutionData({ executionData: { nodeExecutionStack: [start] } }),
	);
	const { data } = await engine.processRunExecutionData(workflow);
	const { runData, error } = data.resultData;
	// The engine keeps a copy, which is no Error any more.
	if (error) throw new Error(error.message);
	return runData[AGENT][0].data?.main[0]?.[0].json.answer;
}
