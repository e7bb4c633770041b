import type { IDataObject } from 'n8n-workflow';
import type { SandboxCredential } from '../../../sandbox';
import { pageParameters, type PageSettings, runHttpRequest } from '../clients/httpRequestNode';
import { runJob } from '../clients/nodeJob';
import { concurrencyOf, runOurNode } from '../clients/ourNode';
import { helperPagesNode, type Pages } from '../clients/plainNodes';
import { RawClient, type RawSettings } from '../clients/RawClient';
import { FLOOR, HELPER, HTTP_REQUEST, RAW, THIS_NODE } from './scenario';

/** A list that is fetched in pages, and what each client needs for that. */
export interface PagedList extends Pages {
	ourNode: { operation: string; parameters?: IDataObject };
	httpRequest: PageSettings & { path: string };
	raw(credential: SandboxCredential): Pick<RawSettings, 'headers' | 'tls'>;
}

/** Ways to fetch all of a list. Each returns how many entries came out. */
export function waysToFetch(
	list: PagedList,
	credential: SandboxCredential,
): Record<string, () => Promise<number>> {
	const { service, ourNode, httpRequest } = list;

	async function fetchRaw(keepAlive: boolean): Promise<number> {
		const client = new RawClient({
			baseUrl: credential.data.baseUrl,
			connections: concurrencyOf(service),
			keepAlive,
			...list.raw(credential),
		});
		const pages = await client.pages(list);
		await client.close();
		return pages.flatMap(({ body }) => list.entriesOf(body)).length;
	}

	return {
		[THIS_NODE]: async () => {
			const parameters = { ...ourNode.parameters, returnAll: true };
			return (await runOurNode({ ...ourNode, credential, node: service, parameters })).length;
		},
		[HTTP_REQUEST]: async () => {
			const parameters = pageParameters(httpRequest);
			const pages = await runHttpRequest({ credential, path: httpRequest.path, parameters });
			return pages.flatMap(({ json }) => list.entriesOf(json)).length;
		},
		[HELPER]: async () => (await runJob({ nodeType: helperPagesNode(list), credential })).length,
		[RAW]: async () => await fetchRaw(true),
		[FLOOR]: async () => await fetchRaw(false),
	};
}
