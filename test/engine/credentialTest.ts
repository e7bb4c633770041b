import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	type IDataObject,
	type INode,
	type INodeType,
	NodeConnectionTypes,
	Workflow,
} from 'n8n-workflow';

import { additionalDataFor, credentialTypes, TestCredentials } from './harness';

export interface TestOutcome {
	status: 'OK' | 'Error';
	message: string;
}

interface HttpCause {
	cause?: { response?: { status: number; statusText: string } };
	message: string;
}

/**
 * Tests a credential with its declared test request, the way n8n's credentials tester does: the
 * request goes through the engine's RoutingNode, and what it throws is judged by the rules.
 */
export async function testCredential(name: string, data: IDataObject): Promise<TestOutcome> {
	const { request, rules = [] } = credentialTypes[name].test!;
	const nodeType: INodeType = {
		description: {
			displayName: 'Test',
			name: 'test',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Test' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' },
			],
		},
	};
	const node: INode = {
		id: '1',
		name: 'Test',
		type: 'test',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [name]: { id: '1', name: 'Test' } },
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const input = { main: [[{ json: {} }]] };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalDataFor(new TestCredentials({ [name]: data })),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		input,
		{ node, data: input, source: null },
		[],
	);
	try {
		const decrypted = { id: '1', name: 'Test', type: name, data: data as Record<string, string> };
		await new RoutingNode(context, nodeType, decrypted).runNode();
		return { status: 'OK', message: 'Connection successful!' };
	} catch (thrown) {
		const { cause, message } = thrown as HttpCause;
		const status = cause?.response?.status;
		const rule = rules.find(
			({ type, properties }) => type === 'responseCode' && properties.value === status,
		);
		return {
			status: 'Error',
			message: rule?.properties.message ?? cause?.response?.statusText ?? message,
		};
	}
}
