import 'reflect-metadata';

import { PollContext } from 'n8n-core';
// Older versions export it here only.
import { TriggersAndPollers } from 'n8n-core/dist/execution-engine/triggers-and-pollers';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IPollFunctions,
	Workflow,
} from 'n8n-workflow';
import { additionalDataFor } from './additionalData';
import type { CredentialsHelper } from './credentialsHelper';
import type { HostedNode } from './workflow';

type Poll = (
	workflow: Workflow,
	node: INode,
	context: IPollFunctions,
) => Promise<INodeExecutionData[][] | null>;

export interface PollOptions {
	credentials: CredentialsHelper;
	mode: 'trigger' | 'manual';
	/** Milliseconds that n8n gives the poll. */
	budget: number;
	/** The static data; the node's own when absent. */
	data?: IDataObject;
}

/** Polls a trigger once, also in n8n 1.123 to 2.20, where the method has another name. */
export async function pollOnce(
	{ workflow, node }: HostedNode,
	{ credentials, mode, budget, data }: PollOptions,
): Promise<INodeExecutionData[][] | null> {
	const context = new PollContext(
		workflow,
		node,
		additionalDataFor(credentials, mode),
		mode,
		'activate',
		undefined,
		undefined,
		undefined,
		undefined,
		data && (() => data),
		() => budget,
	);
	const pollers = new TriggersAndPollers() as unknown as Record<string, Poll>;
	const name = 'runPollFunction' in pollers ? 'runPollFunction' : 'runPoll';
	return await pollers[name](workflow, node, context);
}
