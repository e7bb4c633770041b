import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { type NodeJob, runJob } from './nodeJob';
import { latestHttpRequest } from './nodesBase';

/** What n8n's HTTP Request node is to do. */
export interface HttpRequestJob extends Omit<NodeJob, 'nodeType' | 'type' | 'typeVersion'> {
	/** Below the address of the service, which stands in the credential. */
	path: string;
}

/** Lets n8n's own HTTP Request node do a job, with a credential of this package. */
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

/** Settings of the node that make it fetch page after page. */
export interface PageSettings {
	/** Sent with every request. */
	query?: Record<string, string>;
	/** The parameter that is updated in each request, and the expression for its value. */
	parameter: string;
	value: string;
	/** The expression that is true after the last page. */
	completeWhen: string;
}

/** Parameters of the node for a list in pages: "Update a Parameter in Each Request". */
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

/**
 * Parameters of the node for one POST per item: "Using Fields Below", each field filled in by an
 * expression, as in this package's nodes.
 * @param fields of the item that go into the body
 */
export const postParameters = (fields: string[]): IDataObject => ({
	method: 'POST',
	sendBody: true,
	contentType: 'json',
	specifyBody: 'keypair',
	bodyParameters: {
		parameters: fields.map((name) => ({ name, value: `={{ $json.${name} }}` })),
	},
});
