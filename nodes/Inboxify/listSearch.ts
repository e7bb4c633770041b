import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../shared/node/nodeError';
import { defaultSettings } from '../shared/node/requestOptions';
import { isObject } from '../shared/request/answer';
import { connect } from '../shared/request/connection';
import type { ServiceRequest } from '../shared/request/send';
import { Session } from '../shared/request/session';
import { arrayOf, inboxify } from './inboxify.service';

/** How long the lists are remembered, in milliseconds: the editor searches at every keystroke. */
const MEMORY = 20_000;

/** Names of the lists, by the hash of the key that may see them. */
const recent = new Map<string, { at: number; names: string[] }>();

async function namesOfLists(context: ILoadOptionsFunctions): Promise<string[]> {
	const connection = await connect(context, inboxify);
	const now = Date.now();
	for (const [key, { at }] of recent) if (now - at >= MEMORY) recent.delete(key);
	const known = recent.get(connection.key);
	if (known) return known.names;

	const session = new Session(async () => connection);
	const request: ServiceRequest = { method: 'GET', path: ['lists'] };
	const lists = arrayOf(await session.request(request, defaultSettings(inboxify)));
	const names = lists
		.filter(isObject)
		.map(({ list }) => String(list ?? ''))
		.filter((name) => name !== '');
	recent.set(connection.key, { at: now, names });
	return names;
}

async function findLists(
	context: ILoadOptionsFunctions,
	filter: string,
): Promise<INodeListSearchResult> {
	const names = await namesOfLists(context);
	const found = names.filter((name) => name.toLowerCase().includes(filter));
	return { results: found.map((name) => ({ name, value: name })) };
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
