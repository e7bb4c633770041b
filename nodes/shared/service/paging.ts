import type { IDataObject } from 'n8n-workflow';

import type { Answer } from './exchange';

/** The place of a page in a list. */
export interface PagePlace {
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

/** A page, with its place in the list. */
export interface FetchedPage extends Page {
	place: PagePlace;
	isLast: boolean;
}

/** How a service gives its lists in pages. */
export interface Paging {
	/** Most entries in a page. */
	readonly maximum: number;
	/** The service sets the size; otherwise fewer can be asked for. */
	readonly fixedSize?: boolean;
	/** Status of a page past the end, or of a list without entries, where that is no 200. */
	readonly emptyStatus?: number;
	query(place: PagePlace): IDataObject;
	/** @throws RequestError where the answer holds no list */
	read(answer: Answer): Page;
	/** What makes an entry the same as another; undefined where that is unknown. */
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
