import type { INodeListSearchResult } from 'n8n-workflow';

import { loadOptionsContext } from '../../../tools/engine/contexts';
import type { NodeSetup } from '../../../tools/engine/workflow';

/** Searches in a resource locator, as the editor does while someone types. */
export async function searchList(
	setup: NodeSetup,
	method: string,
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const search = setup.nodeType.methods!.listSearch![method];
	return await search.call(loadOptionsContext(setup), filter, token);
}
