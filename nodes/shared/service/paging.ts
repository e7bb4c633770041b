import type { IDataObject } from 'n8n-workflow';

import type { Answer } from './exchange';

export interface PagePlace {
	/** From 1. */
	number: number;
	/** Requested number of entries. */
	size: number;
	/** Entries before this page. */
	offset: number;
}

export interface Page {
	entries: IDataObject[];
	/** Entries in the whole list, if the service says so. */
	total?: number;
	/** Whether there is a next page, if the service says so; overrides `total`. */
	hasMore?: boolean;
}

export interface FetchedPage extends Page {
	place: PagePlace;
	isLast: boolean;
}

export interface Paging {
	/** Most entries in a page. */
	readonly maximum: number;
	/** The service sets the size; otherwise fewer can be requested. */
	readonly fixedSize?: boolean;
	/** Status of a page past the end, or of a list without entries, if not 200. */
	readonly emptyStatus?: number;
	query(place: PagePlace): IDataObject;
	/** @throws RequestError if the answer contains no list */
	read(answer: Answer): Page;
	/** What makes an entry the same as another; undefined if unknown. */
	identify(entry: IDataObject): string | undefined;
}

export interface ListRequest {
	path: string[];
	query?: IDataObject;
	/** Most entries to return; undefined: all. */
	limit?: number;
	/** Which entries to return; only these count for the limit. Default: all. */
	matches?(entry: IDataObject): boolean;
	/** Entries to skip, if the service pages by offset. Default 0. */
	offset?: number;
}
