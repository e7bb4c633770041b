import 'reflect-metadata';

import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IRun,
	type NodeExecutionHint,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { collect } from './collect';
import { additionalDataFor } from './additionalData';
import { type Credential, CredentialsHelper } from './credentialsHelper';
import { fedNode, type NodeSetup } from './workflow';

export interface RunOptions extends NodeSetup {
	/** Input items; one empty item when absent. */
	items?: IDataObject[];
	/** How n8n runs the workflow; `manual` when absent. */
	mode?: WorkflowExecuteMode;
	/** Called with the engine's run, so that it can be cancelled. */
	onStart?: (run: { cancel(): void }) => void;
}

export interface RunResult {
	outputs: INodeExecutionData[][];
	json: IDataObject[];
	/** As the engine saves it. */
	error?: Error & {
		description?: string;
		httpCode?: string;
		context?: IDataObject;
		name: string;
	};
	hints: NodeExecutionHint[];
	run: IRun;
}

/** Runs a workflow from a node, which gets one empty item. @returns a promise that can be cancelled */
export function startRun(
	workflow: Workflow,
	node: INode,
	credential: Credential,
	mode: WorkflowExecuteMode,
): ReturnType<WorkflowExecute['processRunExecutionData']> {
	const start = { node, data: { main: [[{ json: {} }]] }, source: null };
	const engine = new WorkflowExecute(
		additionalDataFor(new CredentialsHelper(credential), mode),
		mode,
		createRunExecutionData({ executionData: { nodeExecutionStack: [start] } }),
	);
	return engine.processRunExecutionData(workflow);
}

/** Runs a node through n8n's engine, after a node that gives the items. */
export async function runNode(options: RunOptions): Promise<RunResult> {
	const { items = [{}], mode = 'manual', credential } = options;
	const { workflow, node, source } = fedNode(options, items);
	const promise = startRun(workflow, source, credential, mode);
	options.onStart?.({ cancel: () => promise.cancel() });
	const run = await promise;

	collect(credential.type, credential.data, run);
	const { runData, error } = run.data.resultData;
	const [task] = runData[node.name] ?? [];
	const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
	return {
		outputs,
		json: (outputs[0] ?? []).map(({ json }) => json),
		error: (task?.error ?? error) as RunResult['error'],
		hints: task?.hints ?? [],
		run,
	};
}
