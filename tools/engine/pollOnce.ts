import 'reflect-metadata';

// Older versions export it here only.
import { TriggersAndPollers } from 'n8n-core/dist/execution-engine/triggers-and-pollers';
import type { INode, INodeExecutionData, IPollFunctions, Workflow } from 'n8n-workflow';

type Poll = (
	workflow: Workflow,
	node: INode,
	context: IPollFunctions,
) => Promise<INodeExecutionData[][] | null>;

/** Polls a trigger once, also in n8n 1.123 to 2.20, where the method has another name. */
export const pollOnce: Poll = async (workflow, node, context) => {
	const pollers = new TriggersAndPollers() as unknown as Record<string, Poll>;
	const name = 'runPollFunction' in pollers ? 'runPollFunction' : 'runPoll';
	return await pollers[name](workflow, node, context);
};
