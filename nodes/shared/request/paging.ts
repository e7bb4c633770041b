import type { IDataObject } from 'n8n-workflow';

import type { ServiceRequest } from './send';
import type { Answer } from './service';

/** The place of a page in a list. */
export interface PageRequest {
	/** From 1. */
	number: number;
	/** Entries asked for. */
	size: number;
	/** Entries before this page. */
	offset: number;
}

/** What a page tells. */
export interface Page {
	entries: IDataObject[];
	/** Entries in the whole list, where the service says so. */
	total?: number;
	/** Whether there is a next page, where the service says so; goes before `total`. */
	hasMore?: boolean;
}

/** How a service gives its lists in pages. */
export interface Paging {
	/** Most entries in a page. */
	maximum: number;
	/** The service sets the size; otherwise fewer can be asked for. */
	fixedSize?: boolean;
	/** Status of a page past the end, or of a list without entries, where that is no 200. */
	emptyStatus?: number;
	query(page: PageRequest): IDataObject;
	/** @throws RequestError where the answer holds no list */
	read(answer: Answer): Page;
	/** What makes an entry the same as another; undefined where that can't be told. */
	identify(entry: IDataObject): string | undefined;
}

/** The part of a list that is wanted. */
export interface ListRequest {
	path: string[];
	query?: IDataObject;
	/** Most entries to return; undefined: all. */
	limit?: number;
	/** Entries to skip, where the service pages by offset. Default 0. */
	offset?: number;
}

/**
 * The size that reaches a limit with the fewest pages and the fewest entries beyond it.
 * @returns e.g. 30 for a limit of 30, 75 for a limit of 150 with at most 100 a page
 */
export function pageSize(paging: Paging, limit?: number): number {
	if (paging.fixedSize || limit === undefined) return paging.maximum;
	return Math.ceil(limit / Math.ceil(limit / paging.maximum));
}

/** Whether a page is the last one: by the service's own word, else by its total, else by its length. */
function isLast({ entries, hasMore, total }: Page, { offset, size }: PageRequest): boolean {
	if (hasMore !== undefined) return !hasMore;
	if (total !== undefined) return offset + entries.length >= total;
	return entries.length < size;
}

/** A page with its place in the list. */
export interface FetchedPage extends Page {
	isLast: boolean;
}

/**
 * Fetches one page of a list.
 * @param request sends a request
 * @throws InputError, RequestError
 */
export async function fetchPage(
	paging: Paging,
	list: ListRequest,
	place: PageRequest,
	request: (request: ServiceRequest) => Promise<Answer>,
): Promise<FetchedPage> {
	const answer = await request({
		method: 'GET',
		path: list.path,
		query: { ...list.query, ...paging.query(place) },
		expected: paging.emptyStatus === undefined ? [] : [paging.emptyStatus],
	});
	if (answer.status === paging.emptyStatus) return { entries: [], isLast: true };
	const page = paging.read(answer);
	return { ...page, isLast: isLast(page, place) };
}
