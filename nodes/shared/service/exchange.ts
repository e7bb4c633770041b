import type { IDataObject } from 'n8n-workflow';

/** A request, regardless of how it is sent. */
export interface ServiceRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Segments of the path below the base URL, not encoded. */
	path: string[];
	/** Undefined and empty values are left out. */
	query?: IDataObject;
	body?: IDataObject | unknown[];
	/** Twice is the same as once. Default: everything but POST. */
	repeatable?: boolean;
	/** It creates something, so that an uncertain end is reported. Default: what is not repeatable. */
	creates?: boolean;
	/** What becomes of the record, as a dry run says it. Default: by the method. */
	outcome?: string;
	/** Sent even if its answer is cached. */
	fresh?: boolean;
	/** Error statuses that are an answer here, such as 404 for "no results". */
	expected?: number[];
}

/** An answer of a service, its header names in lower case. */
export interface Answer {
	status: number;
	headers: IDataObject;
	/** Parsed JSON, or text that is not JSON; empty or absent with 204. */
	body: unknown;
	/** An earlier attempt of the same request may have been carried out. */
	repeated: boolean;
	/** Twice is the same as once. */
	repeatable: boolean;
	/** The request creates something. */
	creates: boolean;
	/** The request changes something. */
	changes?: boolean;
	/** How often it was sent. */
	attempts?: number;
	/** Where else the service may be, for an answer that is not the service's. */
	elsewhere?: string;
}
