import type { IDataObject } from 'n8n-workflow';

import type { Connection } from './connection';
import type { RetryLimits } from './retry';
import { send, type ServiceRequest } from './send';
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

/**
 * Fetches one page of a list.
 * @throws InputError, RequestError
 */
export async function fetchPage(
	connection: Connection,
	list: ListRequest,
	place: PageRequest,
	limits: RetryLimits,
): Promise<Page & { isLast: boolean }> {
	const { paging } = connection.service;
	const request: ServiceRequest = {
		method: 'GET',
		path: list.path,
		query: { ...list.query, ...paging.query(place) },
		expected: paging.emptyStatus === undefined ? [] : [paging.emptyStatus],
	};
	const answer = await send(connection, request, limits);
	if (answer.status === paging.emptyStatus) return { entries: [], isLast: true };
	const page = paging.read(answer);
	return { ...page, isLast: isLast(page, place) };
}

/**
 * Fetches a list, page after page, up to its end or the limit.
 * Entries that come again, because the list moved meanwhile, are left out; a page that brings
 * nothing new ends it, so that a service which repeats itself can't hold it for ever.
 * @throws InputError, RequestError
 */
export async function fetchList(
	connection: Connection,
	list: ListRequest,
	limits: RetryLimits,
): Promise<IDataObject[]> {
	const { paging } = connection.service;
	const { limit } = list;
	const size = pageSize(paging, limit);
	const entries: IDataObject[] = [];
	const seen = new Set<string>();
	let offset = list.offset ?? 0;

	for (let number = 1; limit === undefined || entries.length < limit; number++) {
		const page = await fetchPage(connection, list, { number, size, offset }, limits);
		const fresh = page.entries.filter((entry) => {
			const id = paging.identify(entry);
			if (id === undefined) return true;
			const isNew = !seen.has(id);
			seen.add(id);
			return isNew;
		});
		for (const entry of fresh) entries.push(entry);
		offset += page.entries.length;
		if (fresh.length === 0 || page.isLast) break;
	}
	if (limit !== undefined && entries.length > limit) entries.length = limit;
	return entries;
}
