import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
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
