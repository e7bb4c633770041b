import {
	type IDataObject,
	type INode,
	type INodeType,
	NodeConnectionTypes,
	Workflow,
} from 'n8n-workflow';
import manifest from '../../package.json';
import type { Credential } from './credentialsHelper';

/** A node, and what a workflow says about it. */
export interface NodeSetup {
	nodeType: INodeType;
	/** As a workflow names it; when absent as this package's nodes are named. */
	type?: string;
	/** 1 when absent. */
	typeVersion?: number;
	/** Beside those that n8n fills in. */
	parameters?: IDataObject;
	credential: Credential;
	/** Such as `onError` and `retryOnFail`. */
	settings?: Partial<INode>;
}

const NAME = 'Node';
const SOURCE = 'Source';

/** The node as a workflow has it. */
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

/** Hands items to the node. */
const sourceOf = (items: IDataObject[]): INodeType => ({
	description: {
		displayName: SOURCE,
		name: 'source',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: SOURCE },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute: async () => [items.map((json) => ({ json }))],
});

/** A workflow, and the node in it that matters; n8n has filled in what its parameters leave out. */
export interface HostedNode {
	workflow: Workflow;
	node: INode;
}

/** A workflow of nothing but the node. */
export function loneNode(setup: NodeSetup, { active = false } = {}): HostedNode {
	const node = nodeOf(setup);
	const nodeTypes = {
		getByName: () => setup.nodeType,
		getByNameAndVersion: () => setup.nodeType,
		getKnownTypes: () => ({}),
	};
	return {
		workflow: new Workflow({ id: '1', nodes: [node], connections: {}, active, nodeTypes }),
		node,
	};
}

/** A workflow in which another node hands items to the node. */
export function fedNode(setup: NodeSetup, items: IDataObject[]): HostedNode & { source: INode } {
	const node = nodeOf(setup);
	const source: INode = {
		id: '2',
		name: SOURCE,
		type: 'source',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const sourceType = sourceOf(items);
	const typeOf = (type: string) => (type === source.type ? sourceType : setup.nodeType);
	const workflow = new Workflow({
		id: '1',
		nodes: [source, node],
		connections: {
			[SOURCE]: { main: [[{ node: NAME, type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		active: false,
		nodeTypes: { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) },
	});
	return { workflow, node, source };
}
