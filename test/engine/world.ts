import type { IDataObject, INode } from 'n8n-workflow';

import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox';
import { runNode, type RunOptions, type RunResult, withDefaults } from './harness';

export type NodeName = 'corlega' | 'inboxify' | 'cor';

/** The sandbox, with credentials for it, and nodes to run against it. */
export class World {
	private constructor(readonly sandbox: Sandbox) {}

	static async start(options?: SandboxOptions): Promise<World> {
		return new World(await startSandbox(options));
	}

	credentials(node: NodeName): IDataObject {
		const { corlega, inboxify, cor } = this.sandbox;
		switch (node) {
			case 'corlega':
				return { apiKey: corlega.keys.full, baseUrl: corlega.url };
			case 'inboxify':
				return {
					authentication: 'signature',
					apiKey: inboxify.apiKey,
					secretKey: inboxify.secretKey,
					baseUrl: inboxify.url,
				};
			case 'cor':
				return {
					environment: 'custom',
					baseUrl: cor.url,
					apiVersion: '1.1',
					certificateFormat: 'pem',
					...cor.certificates.client,
					ca: cor.certificates.ca,
				};
		}
	}

	/**
	 * Runs an operation through the engine.
	 * @param operation e.g. `contact.create`
	 * @param parameters beside those that n8n fills in
	 */
	async run(
		node: NodeName,
		operation: string,
		parameters: IDataObject = {},
		options: Partial<RunOptions> = {},
	): Promise<RunResult> {
		const [resource, name] = operation.split('.');
		return await runNode({
			node,
			parameters: withDefaults(node, { resource, operation: name, ...parameters }),
			credentials: this.credentials(node),
			...options,
		});
	}

	/** Requests that a service got since the last `clear`, as `METHOD path`. */
	log(node: NodeName): string[] {
		return this.sandbox[node].requests.map(({ method, path }) => `${method} ${path}`);
	}

	/** Forgets requests and faults. */
	clear(): void {
		for (const node of ['corlega', 'inboxify', 'cor'] as const) {
			this.sandbox[node].clearLog();
			this.sandbox[node].faults.length = 0;
		}
	}
}

/** A resource locator's value, typed by id. */
export const byId = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });

/** A resource locator's value, typed by name. */
export const byName = (value: string): IDataObject => ({ __rl: true, mode: 'name', value });

export const CONTINUE: Partial<INode> = { onError: 'continueRegularOutput' };

export const ERROR_OUTPUT: Partial<INode> = { onError: 'continueErrorOutput' };
