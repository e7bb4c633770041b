import 'reflect-metadata';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type ICredentialDataDecryptedObject,
	ICredentialsHelper,
	type ICredentialType,
	type IDataObject,
	type IExecuteData,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';

import { CorApi } from '../../credentials/CorApi.credentials';
import { CorlegaApi } from '../../credentials/CorlegaApi.credentials';
import { InboxifyApi } from '../../credentials/InboxifyApi.credentials';
import { Cor } from '../../nodes/Cor/Cor.node';
import { Corlega } from '../../nodes/Corlega/Corlega.node';
import { Inboxify } from '../../nodes/Inboxify/Inboxify.node';

/** The nodes under test, by the name that a workflow holds. */
export const nodeTypes: Record<string, INodeType> = {
	corlega: new Corlega(),
	inboxify: new Inboxify(),
	cor: new Cor(),
};

export const credentialTypes: Record<string, ICredentialType> = {
	corlegaApi: new CorlegaApi(),
	inboxifyApi: new InboxifyApi(),
	corApi: new CorApi(),
};

/** Hands the items of a test to the node under test. */
class Source implements INodeType {
	description = {
		displayName: 'Source',
		name: 'source',
		group: ['transform' as const],
		version: 1,
		description: '',
		defaults: { name: 'Source' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	constructor(private readonly items: INodeExecutionData[]) {}

	execute = async () => [this.items];
}

/** Credentials as a test gives them, used the way n8n uses them. */
export class TestCredentials extends ICredentialsHelper {
	constructor(private readonly credentials: Record<string, IDataObject>) {
		super();
	}

	getParentTypes = () => [];

	async getDecrypted(
		_data: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		return structuredClone(this.credentials[type]) as ICredentialDataDecryptedObject;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = credentialTypes[type];
		if (typeof authenticate !== 'function') throw new Error(`${type} has no authenticate`);
		return await authenticate(credentials, request);
	}

	preAuthentication = async () => undefined;

	runPreAuthentication = async () => undefined;

	isCredentialUsableByNode = () => true;

	getCredentials = async (): Promise<never> => {
		throw new Error('not used by nodes');
	};

	updateCredentials = async () => {};

	updateCredentialsOauthTokenData = async () => {};

	getCredentialsProperties = () => [];
}

export interface RunOptions {
	node: keyof typeof nodeTypes;
	parameters: IDataObject;
	credentials: IDataObject;
	/** Input items; default one empty item. */
	items?: IDataObject[];
	/** Settings of the node, such as `onError` and `retryOnFail`. */
	settings?: Partial<INode>;
	/** Is told the engine's run, so that a test can cancel it. */
	onStart?: (run: { cancel(): void }) => void;
}

export interface RunResult {
	/** Items per output of the node. */
	outputs: INodeExecutionData[][];
	/** The `json` of the first output's items. */
	json: IDataObject[];
	/** The error that ended the node, as the engine keeps it. */
	error?: Error & {
		description?: string;
		httpCode?: string;
		context?: IDataObject;
		name: string;
	};
	hints: NodeExecutionHint[];
	run: IRun;
}

/** What the engine needs of its host. */
export function additionalDataFor(credentials: TestCredentials): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: credentials,
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: '1',
			name: 'Test',
			active: false,
			isArchived: false,
			activeVersionId: null,
			createdAt: new Date(),
			updatedAt: new Date(),
			nodes: [],
			connections: {},
		}),
		currentNodeExecutionIndex: 0,
		executionId: '1',
		restApiUrl: 'http://localhost/rest',
		instanceBaseUrl: 'http://localhost/',
		webhookBaseUrl: 'http://localhost/webhook',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		webhookTestBaseUrl: 'http://localhost/webhook-test',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** Runs a node through n8n's engine, fed by another node. */
export async function runNode(options: RunOptions): Promise<RunResult> {
	const { node, parameters, credentials, items = [{}], settings } = options;
	const source = new Source(items.map((json) => ({ json })));
	const nodeType = nodeTypes[node];
	const types: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: (type) => (type === 'source' ? source : nodeType),
		getKnownTypes: () => ({}),
	};
	const [{ name: credentialType }] = nodeType.description.credentials!;
	const workflow = new Workflow({
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
				type: `n8n-nodes-dutch-business.${node}`,
				typeVersion: 1,
				position: [200, 0],
				parameters: parameters as INode['parameters'],
				credentials: { [credentialType]: { id: '1', name: 'Test' } },
				...settings,
			},
		],
		connections: {
			Source: { main: [[{ node: 'Node', type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		active: false,
		nodeTypes: types,
	});

	const stack: IExecuteData[] = [
		{ node: workflow.getNode('Source')!, data: { main: [[{ json: {} }]] }, source: null },
	];
	const engine = new WorkflowExecute(
		additionalDataFor(new TestCredentials({ [credentialType]: credentials })),
		'manual',
		createRunExecutionData({ executionData: { nodeExecutionStack: stack } }),
	);
	const promise = engine.processRunExecutionData(workflow);
	options.onStart?.({ cancel: () => promise.cancel() });
	const run = await promise;

	const [task] = run.data.resultData.runData.Node ?? [];
	const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
	return {
		outputs,
		json: (outputs[0] ?? []).map(({ json }) => json),
		error: (task?.error ?? run.data.resultData.error) as RunResult['error'],
		hints: task?.hints ?? [],
		run,
	};
}

/** All operations that a node declares, as `resource.operation`. */
export function operationsOf(node: keyof typeof nodeTypes): string[] {
	const { properties } = nodeTypes[node].description;
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) =>
			(options ?? []).map(
				(option) =>
					`${String(displayOptions?.show?.resource?.[0])}.${String('value' in option && option.value)}`,
			),
		);
}

/** The parameters of an operation as n8n fills them in from the declared defaults. */
export const withDefaults = (node: keyof typeof nodeTypes, parameters: IDataObject): IDataObject =>
	NodeHelpers.getNodeParameters(
		nodeTypes[node].description.properties,
		parameters as INode['parameters'],
		true,
		false,
		null,
		nodeTypes[node].description,
	) as IDataObject;
