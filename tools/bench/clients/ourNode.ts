import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { NodeServiceName } from '../../services';
import { builtTypes } from '../build';
import { type NodeJob, runJob } from './nodeJob';

export interface OurJob extends Omit<NodeJob, 'nodeType' | 'type' | 'typeVersion'> {
	node: NodeServiceName;
	operation: string;
}

export async function runOurNode({ node, ...job }: OurJob): Promise<INodeExecutionData[]> {
	const [resource, operation] = job.operation.split('.');
	const nodeType = builtTypes().nodes[node];
	return await runJob({ ...job, nodeType, parameters: { resource, operation, ...job.parameters } });
}

/** The default number of requests in flight. */
export function concurrencyOf(node: NodeServiceName): number {
	const { properties } = builtTypes().nodes[node].description;
	const options = properties
		.filter(({ name }) => name === 'options')
		.flatMap((collection) => collection.options as INodeProperties[]);
	return options.find(({ name }) => name === 'concurrency')!.default as number;
}
