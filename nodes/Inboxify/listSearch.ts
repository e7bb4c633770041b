import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { BoundedCache } from '../shared/async/boundedCache';
import { toNodeError } from '../shared/node/nodeError';
import { defaultSettings } from '../shared/node/description/requestOptions';
import { connect } from '../shared/http/connection';
import type { ServiceRequest } from '../shared/service/exchange';
import { Session } from '../shared/session/session';
import { objectsOf } from './answers';
import { inboxify } from './inboxify.service';

/** How long the lists are remembered, in milliseconds: the editor searches at every keystroke. */
const LIFETIME = 20_000;

/** Names of the lists, by the hash of the key that may see them. */
const recent = new BoundedCache<string, string[]>(100, LIFETIME);

async function namesOfLists(context: ILoadOptionsFunctions): Promise<string[]> {
	const session = new Session(async () => await connect(context, inboxify));
	const { key } = await session.connection();
	const known = recent.get(key);
	if (known) return known;

	const request: ServiceRequest = { method: 'GET', path: ['lists'] };
	const lists = objectsOf(await session.request(request, defaultSettings(inboxify)));
	const names = lists.map(({ list }) => String(list ?? '')).filter((name) => name !== '');
	recent.set(key, names);
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
