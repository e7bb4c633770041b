import type { IDataObject, INode, INodeExecutionData, INodeType } from 'n8n-workflow';
import type { SandboxCredential } from '../../../sandbox';
import { runNode } from '../../engine/runNode';
import { builtTypes } from '../build';

/** What a node is to do. */
export interface NodeJob {
	nodeType: INodeType;
	/** As in a workflow; only for a node that is not of this package. */
	type?: string;
	typeVersion?: number;
	credential: SandboxCredential;
	/** Beside those that n8n fills in. */
	parameters?: IDataObject;
	items?: IDataObject[];
	settings?: Partial<INode>;
}

/**
 * Lets a node do a job through n8n's engine, as a trigger would.
 * @returns its output items
 * @throws the error that ended the node
 */
export async function runJob(job: NodeJob): Promise<INodeExecutionData[]> {
	const { type, data } = job.credential;
	const credential = { type: builtTypes().credentials[type], data };
	const { run, outputs } = await runNode({ ...job, credential, mode: 'trigger' });
	const { error } = run.data.resultData;
	if (error) throw error;
	return outputs[0] ?? [];
}
