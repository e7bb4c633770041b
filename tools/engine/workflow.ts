import {
	type IDataObject,
	type INode,
	type INodeType,
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
const SOURCE = 'Source';

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

/** n8n has filled in the defaults of the node's parameters. */
export interface HostedNode {
	workflow: Workflow;
	node: INode;
}

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
