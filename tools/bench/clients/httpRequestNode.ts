import Module from 'node:module';
import { join } from 'node:path';
import type { IDataObject, INodeExecutionData, INodeType, IVersionedNodeType } from 'n8n-workflow';
import { nodesBaseFolder, requireHere } from '../build';
import { type NodeJob, runJob } from './nodeJob';

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

export interface HttpRequestJob extends Omit<NodeJob, 'nodeType' | 'type' | 'typeVersion'> {
	/** Below the service's URL in the credential. */
	path: string;
}

/** Runs n8n's own HTTP Request node with a credential of this package. */
export async function runHttpRequest(job: HttpRequestJob): Promise<INodeExecutionData[]> {
	return await runJob({
		...job,
		...latestHttpRequest(),
		type: 'n8n-nodes-base.httpRequest',
		parameters: {
			url: `${job.credential.data.baseUrl}${job.path}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: job.credential.type,
			...job.parameters,
		},
	});
}

export interface PageSettings {
	query?: Record<string, string>;
	/** The parameter that changes in each request, and the expression for its value. */
	parameter: string;
	value: string;
	/** The expression that is true after the last page. */
	completeWhen: string;
}

/** Its setting "Update a Parameter in Each Request". */
export function pageParameters(settings: PageSettings): IDataObject {
	const { query = {}, parameter, value, completeWhen } = settings;
	const queryParameters = Object.entries(query).map(([name, text]) => ({ name, value: text }));
	return {
		sendQuery: queryParameters.length > 0,
		queryParameters: { parameters: queryParameters },
		options: {
			// By itself the node does not take COR's application/hal+json for JSON.
			response: { response: { responseFormat: 'json' } },
			pagination: {
				pagination: {
					paginationMode: 'updateAParameterInEachRequest',
					parameters: { parameters: [{ type: 'qs', name: parameter, value }] },
					paginationCompleteWhen: 'other',
					completeExpression: completeWhen,
				},
			},
		},
	};
}

/** One POST per item, with "Using Fields Below". @param fields of the item for the body */
export const postParameters = (fields: string[]): IDataObject => ({
	method: 'POST',
	sendBody: true,
	contentType: 'json',
	specifyBody: 'keypair',
	bodyParameters: {
		parameters: fields.map((name) => ({ name, value: `={{ $json.${name} }}` })),
	},
});
