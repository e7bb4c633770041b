import type { IDataObject } from 'n8n-workflow';

/** A request, without anything that depends on how it is sent. */
export interface ServiceRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Segments of the path below the base URL, not encoded. */
	path: string[];
	/** Left out are values that are undefined or empty. */
	query?: IDataObject;
	body?: IDataObject | unknown[];
	/** Twice is the same as once. Default: everything but POST. */
	repeatable?: boolean;
	/** Adds something, so that an unsure end is told as such. Default: what is not repeatable. */
	creates?: boolean;
	/** Requested again, even if another item has read it. */
	fresh?: boolean;
	/** Error statuses that are an answer here, such as 404 for "no results". */
	expected?: number[];
}

/** An answer of a service, its header names in lower case. */
export interface Answer {
	status: number;
	headers: IDataObject;
	/** Parsed JSON; text where it was none; empty or absent with 204. */
	body: unknown;
	/** An earlier attempt of the same request may have been carried out before this one. */
	repeated: boolean;
	/** Sending the request again would do the same as sending it once. */
	repeatable: boolean;
	/** The request adds something. */
	creates: boolean;
	/** The request changes something. */
	changes?: boolean;
	/** How often it was sent. */
	attempts?: number;
}
