import type {
	IDataObject,
	IExecuteFunctions,
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

/** Does a task for each index, with the same concurrency as our node. */
async function inParallel(
	service: NodeServiceName,
	count: number,
	task: (index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	const work = async () => {
		while (next < count) await task(next++);
	};
	await Promise.all(Array.from({ length: concurrencyOf(service) }, work));
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

/** A contact.get with only n8n's request helper. */
export const helperNode = (): INodeType => ({
	description: builtTypes().nodes.corlega.description,
	async execute() {
		const { baseUrl } = await this.getCredentials<{ baseUrl: string }>('corlegaApi');
		const output: INodeExecutionData[] = [];
		await inParallel('corlega', this.getInputData().length, async (index) => {
			const id = readParameters(this, index);
			const { data } = (await this.helpers.httpRequestWithAuthentication.call(this, 'corlegaApi', {
				url: `${baseUrl}/contacts/${id}`,
				json: true,
			})) as { data: IDataObject };
			output[index] = { json: data, pairedItem: { item: index } };
		});
		return [output];
	},
});

/** A list to fetch in pages. */
export interface Pages {
	service: NodeServiceName;
	/** Of a page, numbered from 1. */
	path(page: number): string;
	/** The number of pages, from the first one. */
	pagesOf(first: { headers: Record<string, unknown>; body: unknown }): number;
	entriesOf(body: unknown): unknown[];
}

/** A Get Many with only n8n's request helper: first one page, then the others. */
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
		await inParallel(service, pagesOf(first) - 1, async (index) => {
			bodies[index + 1] = (await fetch(index + 2)).body;
		});
		return [bodies.flatMap(entriesOf).map((json) => ({ json: json as IDataObject }))];
	},
});
