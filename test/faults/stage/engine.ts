// First of all, so that whatever is loaded from here on sleeps by it.
import './clock';

import type { IDataObject, INodePropertyMode } from 'n8n-workflow';

import type { NodeServiceName } from '../../../sandbox';
import { credentialTypes, nodeTypes } from '../../../tools/engine/types';
import { runNode, type RunResult } from '../../../tools/engine/runNode';

export type { RunResult };

export interface EngineRun {
	node: NodeServiceName;
	operation: string;
	parameters: IDataObject;
	credentials: IDataObject;
	items: IDataObject[];
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	onStart(run: { cancel(): void }): void;
}

/** Runs an operation through n8n's engine with the jumping clock. */
export async function runInEngine(run: EngineRun): Promise<RunResult> {
	const { node, operation, credentials, items, onError, onStart } = run;
	const nodeType = nodeTypes[node];
	const [resource, name] = operation.split('.');
	const [{ name: credential }] = nodeType.description.credentials!;
	return await runNode({
		nodeType,
		parameters: { resource, operation: name, ...run.parameters },
		credential: { type: credentialTypes[credential], data: credentials },
		items,
		settings: { onError },
		onStart,
	});
}

const typedIn = (modes: INodePropertyMode[] = []): string =>
	modes.find(({ type, name }) => type === 'string' && name !== 'email')?.name ?? 'id';

/** An identifier field: text, or a resource locator. */
export function identifier(node: NodeServiceName, field: string, value: string): IDataObject {
	const { properties } = nodeTypes[node].description;
	const locator = properties.find(({ name, type }) => name === field && type === 'resourceLocator');
	return {
		[field]: locator ? { __rl: true, mode: typedIn(locator.modes), value } : value,
	};
}
