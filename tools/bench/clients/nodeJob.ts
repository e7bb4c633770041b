import type { IDataObject, INode, INodeExecutionData, INodeType } from 'n8n-workflow';
import type { SandboxCredential } from '../../../sandbox';
import { runNode } from '../../engine/runNode';
import { builtTypes } from '../build';

export interface NodeJob {
	nodeType: INodeType;
	/** Only for a node of another package. */
	type?: string;
	typeVersion?: number;
	credential: SandboxCredential;
	parameters?: IDataObject;
	items?: IDataObject[];
	settings?: Partial<INode>;
}

/** Runs a node as a trigger would. @returns its items @throws the error that ended the node */
export async function runJob(job: NodeJob): Promise<INodeExecutionData[]> {
	const { type, data } = job.credential;
	const credential = { type: builtTypes().credentials[type], data };
	const { run, outputs } = await runNode({ ...job, credential, mode: 'trigger' });
	const { error } = run.data.resultData;
	if (error) throw error;
	return outputs[0] ?? [];
}
