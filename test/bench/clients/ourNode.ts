import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { builtNodes } from '../build';
import type { Credential } from './credentials';
import { runInEngine } from './engine';

/** What one of this package's nodes is to do. */
export interface NodeJob extends Credential {
	node: keyof typeof builtNodes;
	/** E.g. `contact.create`. */
	operation: string;
	parameters?: IDataObject;
	items?: IDataObject[];
	settings?: Partial<INode>;
}

/** Lets one of this package's nodes do a job, through n8n's engine. */
export async function runOurNode(job: NodeJob): Promise<INodeExecutionData[]> {
	const [resource, operation] = job.operation.split('.');
	return await runInEngine({
		...job,
		type: `n8n-nodes-dutch-business.${job.node}`,
		typeVersion: 1,
		nodeType: builtNodes[job.node](),
		parameters: { resource, operation, ...job.parameters },
	});
}

/** A resource locator's value. */
export const locator = (mode: 'id' | 'name', value: string): IDataObject => ({
	__rl: true,
	mode,
	value,
});
