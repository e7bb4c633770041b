import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../shared/node/nodeError';
import { defaultSettings } from '../shared/node/requestOptions';
import { isObject } from '../shared/request/answer';
import { connect } from '../shared/request/connection';
import { Session } from '../shared/request/session';
import { arrayOf, inboxify } from './inboxify.service';

async function findLists(
	context: ILoadOptionsFunctions,
	filter: string,
): Promise<INodeListSearchResult> {
	const session = new Session(async () => await connect(context, inboxify));
	const lists = arrayOf(
		await session.request({ method: 'GET', path: ['lists'] }, defaultSettings(inboxify)),
	);
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
