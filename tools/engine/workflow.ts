import {
	type IConnections,
	type IDataObject,
	type INode,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
	Workflow,
} from 'n8n-workflow';
import manifest from '../../package.json';
import type { Credential } from './credentialsHelper';

export interface NodeSetup {
	nodeType: INodeType;
	/** For a node of another package. */
	type?: string;
	typeVersion?: number;
	/** Beside those that n8n fills in. */
	parameters?: IDataObject;
	credential: Credential;
	/** E.g. `onError` and `retryOnFail`. */
	settings?: Partial<INode>;
}

const NAME = 'Node';

export function nodeOf(setup: NodeSetup): INode {
	const { nodeType, typeVersion = 1, parameters = {}, credential, settings } = setup;
	return {
		id: '1',
		name: NAME,
		type: setup.type ?? `${manifest.name}.${nodeType.description.name}`,
		typeVersion,
		position: [200, 0],
		parameters: parameters as INode['parameters'],
		credentials: { [credential.type.name]: { id: '1', name: 'Test' } },
		...settings,
	};
}

/** A node beside the one under test, and its type. */
export function otherNode(
	name: string,
	inputs: INodeTypeDescription['inputs'],
	execute: INodeType['execute'],
): [INode, INodeType] {
	const description: INodeTypeDescription = {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name },
		inputs,
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};
	const node = { id: '2', name, type: name, typeVersion: 1, parameters: {} };
	return [
		{ ...node, position: [0, 0] },
		{ description, execute },
	];
}

export function workflowOf(
	nodes: Array<[INode, INodeType]>,
	connections: IConnections = {},
	active = false,
): Workflow {
	const typeOf = (name: string) => nodes.find(([{ type }]) => type === name)![1];
	return new Workflow({
		id: '1',
		nodes: nodes.map(([node]) => node),
		connections,
		active,
		nodeTypes: { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) },
	});
}

/** n8n has filled in the defaults of the node's parameters. */
export interface HostedNode {
	workflow: Workflow;
	node: INode;
}

export function loneNode(setup: NodeSetup, { active = false } = {}): HostedNode {
	const node = nodeOf(setup);
	return { workflow: workflowOf([[node, setup.nodeType]], {}, active), node };
}

export function fedNode(setup: NodeSetup, items: IDataObject[]): HostedNode & { source: INode } {
	const node = nodeOf(setup);
	const execute = async () => [items.map((json) => ({ json }))];
	const [source, sourceType] = otherNode('Source', [], execute);
	const to = { node: NAME, type: NodeConnectionTypes.Main, index: 0 };
	const workflow = workflowOf(
		[
			[source, sourceType],
			[node, setup.nodeType],
		],
		{ [source.name]: { main: [[to]] } },
	);
	return { workflow, node, source };
}
