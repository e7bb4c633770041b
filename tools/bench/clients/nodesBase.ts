import Module from 'node:module';
import { join } from 'node:path';
import type { INodeType, IVersionedNodeType } from 'n8n-workflow';
import { nodesBaseFolder, requireHere } from '../paths';

type Resolve = (request: string, ...rest: unknown[]) => string;

/**
 * Gives n8n's own nodes the n8n-workflow and n8n-core of this package: the engine does not
 * recognize the errors of another copy.
 */
function shareEngine(): void {
	const shared = new Map(
		['n8n-workflow', 'n8n-core'].map((name): [string, string] => [name, requireHere.resolve(name)]),
	);
	const internals = Module as unknown as { _resolveFilename: Resolve };
	const resolve = internals._resolveFilename;
	internals._resolveFilename = function (this: unknown, request, ...rest) {
		return shared.get(request) ?? resolve.call(this, request, ...rest);
	};
}

let httpRequest: IVersionedNodeType | undefined;

function loadHttpRequest(): IVersionedNodeType {
	shareEngine();
	const path = join(nodesBaseFolder, 'dist/nodes/HttpRequest/HttpRequest.node.js');
	const { HttpRequest } = requireHere(path) as { HttpRequest: new () => IVersionedNodeType };
	return new HttpRequest();
}

/** n8n's own HTTP Request node, in its latest version. */
export function latestHttpRequest(): { nodeType: INodeType; typeVersion: number } {
	httpRequest ??= loadHttpRequest();
	const typeVersion = httpRequest.description.defaultVersion!;
	return { nodeType: httpRequest.getNodeType(typeVersion) as INodeType, typeVersion };
}
