import type { IDataObject, INode } from 'n8n-workflow';

import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox';
import { runNode, type RunOptions, type RunResult } from './runNode';
import type { NodeSetup } from './workflow';
import { type NodeServiceName, serviceNames } from '../services';
import { credentialTypes, nodeTypes } from './types';

export { byId, byName } from './locator';
export type { RunResult } from './runNode';

export type NodeName = NodeServiceName;

export interface WorldRunOptions extends Pick<RunOptions, 'items' | 'settings' | 'onStart'> {
	/** The data of the credential; that of the sandbox when absent. */
	credentials?: IDataObject;
}

/** The sandbox with credentials, and nodes to run against it. */
export class World {
	sandbox!: Sandbox;

	static async start(options?: SandboxOptions): Promise<World> {
		const world = new World();
		await world.start(options);
		return world;
	}

	async start(options?: SandboxOptions): Promise<void> {
		this.sandbox = await startSandbox(options);
	}

	credentials(node: NodeName): IDataObject {
		return { ...this.sandbox[node].credential.data };
	}

	/** @param data of the credential; the sandbox's when absent */
	setup(node: NodeName, data = this.credentials(node)): NodeSetup {
		const { type } = this.sandbox[node].credential;
		return { nodeType: nodeTypes[node], credential: { type: credentialTypes[type], data } };
	}

	/** Runs an operation, e.g. `contact.create`, through the engine. */
	async run(
		node: NodeName,
		operation: string,
		parameters: IDataObject = {},
		{ credentials, ...options }: WorldRunOptions = {},
	): Promise<RunResult> {
		const [resource, name] = operation.split('.');
		return await runNode({
			...this.setup(node, credentials),
			parameters: { resource, operation: name, ...parameters },
			...options,
		});
	}

	/** Requests since the last `clear`, as `METHOD path`. */
	log(node: NodeName): string[] {
		return this.sandbox[node].requests.map(({ method, path }) => `${method} ${path}`);
	}

	clear(): void {
		for (const name of serviceNames) {
			this.sandbox[name].clearLog();
			this.sandbox[name].faults.length = 0;
		}
	}
}

/** A world for all tests of a file, cleared before each. */
export function sharedWorld(options?: SandboxOptions, world = new World()): World {
	beforeAll(async () => await world.start(options));
	beforeEach(() => world.clear());
	afterAll(async () => await world.sandbox.close());
	return world;
}

export const CONTINUE: Partial<INode> = { onError: 'continueRegularOutput' };
export const ERROR_OUTPUT: Partial<INode> = { onError: 'continueErrorOutput' };
