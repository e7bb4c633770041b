import 'reflect-metadata';

import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { startRun } from './runNode';
import { nodeOf, type NodeSetup, otherNode, workflowOf } from './workflow';

interface Tool {
	invoke(given: IDataObject): Promise<unknown>;
}

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
	const inputs = [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool];
	const [agent, agentType] = otherNode('Agent', inputs, async function (this: IExecuteFunctions) {
		const [called] = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
		return [[{ json: { answer: await called.invoke(given) } }]] as never;
	});
	const to = { node: agent.name, type: NodeConnectionTypes.AiTool, index: 0 };
	const workflow = workflowOf(
		[
			[agent, agentType],
			[node, tool],
		],
		{ [node.name]: { [NodeConnectionTypes.AiTool]: [[to]] } },
	);
	const { data } = await startRun(workflow, agent, setup.credential, 'manual');
	const { runData, error } = data.resultData;
	// The engine keeps a copy, which is no Error any more.
	if (error) throw new Error(error.message);
	return runData[agent.name][0].data?.main[0]?.[0].json.answer;
}
