import type { INodeListSearchResult, ResourceMapperFields } from 'n8n-workflow';

import { loadOptionsContext } from '../../tools/engine/contexts';
import type { NodeSetup } from '../../tools/engine/workflow';

/** Searches the list of a dropdown. */
export async function searchList(
	setup: NodeSetup,
	method: string,
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const search = setup.nodeType.methods!.listSearch![method];
	return await search.call(loadOptionsContext(setup), filter, token);
}

/** The columns that are offered for a mapping. */
export async function columnsOf(setup: NodeSetup, method: string): Promise<ResourceMapperFields> {
	const load = setup.nodeType.methods!.resourceMapping![method];
	return await load.call(loadOptionsContext(setup));
}
