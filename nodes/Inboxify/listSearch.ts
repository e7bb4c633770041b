import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../shared/node/nodeError';
import { isObject } from '../shared/request/answer';
import { connect } from '../shared/request/connection';
import { DEFAULT_RETRY_LIMITS } from '../shared/request/retry';
import { send, type ServiceRequest } from '../shared/request/send';
import { arrayOf, inboxify } from './inboxify.service';

async function findLists(
	context: ILoadOptionsFunctions,
	filter: string,
): Promise<INodeListSearchResult> {
	const connection = await connect(context, inboxify);
	const request: ServiceRequest = { method: 'GET', path: ['lists'] };
	const lists = arrayOf(await send(connection, request, DEFAULT_RETRY_LIMITS));
	const names = lists
		.filter(isObject)
		.map(({ list }) => String(list ?? ''))
		.filter((name) => name !== '' && name.toLowerCase().includes(filter));
	return { results: names.map((name) => ({ name, value: name })) };
}

/** Searches of the resource locators. */
export const listSearch = {
	async searchLists(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		try {
			return await findLists(this, filter.toLowerCase());
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	},
};
