import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { connect } from '../request/connection';
import type { Service } from '../request/service';
import { Session } from '../request/session';
import { toNodeError } from './nodeError';
import { defaultSettings } from './requestOptions';

/** Pages that one search looks through before it shows what it has; the editor asks for more. */
const PAGES_A_SEARCH = 5;

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

async function search(
	context: ILoadOptionsFunctions,
	service: Service,
	path: string[],
	toItem: (entry: IDataObject) => INodeListSearchItems,
	filter: string,
	first: number,
): Promise<INodeListSearchResult> {
	const session = new Session(async () => await connect(context, service));
	const size = service.paging.maximum;
	const results: INodeListSearchItems[] = [];
	for (let number = first; number < first + PAGES_A_SEARCH; number++) {
		const place = { number, size, offset: (number - 1) * size };
		const page = await session.page({ path }, place, defaultSettings(service));
		const found = page.entries
			.map(toItem)
			.filter(({ name }) => name.toLowerCase().includes(filter));
		results.push(...found);
		if (page.isLast) return { results };
		if (results.length > 0) return { results, paginationToken: String(number + 1) };
	}
	return { results, paginationToken: String(first + PAGES_A_SEARCH) };
}

/**
 * Makes the search of a resource locator out of a list that can't be searched at the service:
 * its pages are filtered by what was typed, as far as the first page with a match.
 * @param toName what a user recognises an entry by
 */
export function searchPages(
	service: Service,
	path: string[],
	toName: (entry: IDataObject) => string,
): Search {
	return async function (filter = '', paginationToken) {
		const toItem = (entry: IDataObject) => ({ name: toName(entry), value: String(entry.id) });
		try {
			const first = Number(paginationToken ?? 1);
			return await search(this, service, path, toItem, filter.toLowerCase(), first);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}
