import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import type { NodeServiceName } from '../../services';
import { builtTypes } from '../build';
import { concurrencyOf } from './ourNode';

function readParameters(context: IExecuteFunctions, index: number): string {
	context.getNodeParameter('options', index, {});
	return context.getNodeParameter('contactId', index, '', { extractValue: true }) as string;
}

/** A node that only reads the parameters of contact.get. */
export const emptyNode = (): INodeType => ({
	description: builtTypes().nodes.corlega.description,
	async execute() {
		return [
			this.getInputData().map((_, index): INodeExecutionData => {
				const id = readParameters(this, index);
				return { json: { id }, pairedItem: { item: index } };
			}),
		];
	},
});

/** A contact.get with only n8n's request helper, with the same concurrency as ours. */
export const helperNode = (): INodeType => ({
	description: builtTypes().nodes.corlega.description,
	async execute() {
		const { baseUrl } = await this.getCredentials<{ baseUrl: string }>('corlegaApi');
		const count = this.getInputData().length;
		const output: INodeExecutionData[] = [];
		let next = 0;
		const work = async () => {
			while (next < count) {
				const index = next++;
				const id = readParameters(this, index);
				const request: IHttpRequestOptions = { url: `${baseUrl}/contacts/${id}`, json: true };
				const { data } = (await this.helpers.httpRequestWithAuthentication.call(
					this,
					'corlegaApi',
					request,
				)) as { data: IDataObject };
				output[index] = { json: data, pairedItem: { item: index } };
			}
		};
		await Promise.all(Array.from({ length: concurrencyOf('corlega') }, work));
		return [output];
	},
});

/** A list to fetch in pages. */
interface Pages {
	service: NodeServiceName;
	/** Of a page, numbered from 1. */
	path(page: number): string;
	/** The number of pages, from the first one. */
	pagesOf(first: IN8nHttpFullResponse): number;
	entriesOf(body: unknown): unknown[];
}

/** A Get Many with only n8n's request helper, with the same concurrency as ours: first one page, then the others. */
export const helperPagesNode = ({ service, path, pagesOf, entriesOf }: Pages): INodeType => ({
	description: builtTypes().nodes[service].description,
	async execute() {
		const [{ name }] = builtTypes().nodes[service].description.credentials!;
		const { baseUrl } = await this.getCredentials<{ baseUrl: string }>(name);
		const fetch = async (page: number) =>
			(await this.helpers.httpRequestWithAuthentication.call(this, name, {
				url: `${baseUrl}${path(page)}`,
				json: true,
				returnFullResponse: true,
			})) as IN8nHttpFullResponse;
		const first = await fetch(1);
		const bodies: unknown[] = [first.body];
		const count = pagesOf(first);
		let next = 2;
		const work = async () => {
			while (next <= count) {
				const page = next++;
				bodies[page - 1] = (await fetch(page)).body;
			}
		};
		await Promise.all(Array.from({ length: concurrencyOf(service) }, work));
		return [bodies.flatMap(entriesOf).map((json) => ({ json: json as IDataObject }))];
	},
});
