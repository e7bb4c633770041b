import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ServiceRequest } from '../service/exchange';
import type { Service } from '../service/service';
import type { Item } from './Item';

interface OperationText {
	name: string;
	/** As saved in workflows. */
	value: string;
	/** In n8n's list of actions, e.g. `Create a contact`. */
	action: string;
	description: string;
	/** When to choose it, for n8n's AI workflow builder. */
	builderHint?: string;
	/** Fields. Their `displayOptions` for resource and operation are generated. */
	properties: INodeProperties[];
	/** Rarely used fields, shown under Options with the retry limits. */
	options?: INodeProperties[];
	/** It creates, changes or deletes, and so has a dry run. */
	writes?: boolean;
	/** Default of Concurrency, where it is not the service's. */
	concurrency?: number;
	/** Returns sentences about all outputs, shown above them. */
	summarize?(outputs: IDataObject[]): string[];
}

/** An operation that handles each input item separately. */
export interface ItemOperation<Shared = unknown> extends OperationText {
	/** Makes what all items of a run share. @param count of the items */
	share?(count: number): Shared;
	/** @throws InputError, RequestError */
	execute(item: Item, shared: Shared): Promise<IDataObject | IDataObject[]>;
}

/** One input item of a bulk operation, checked and ready to be sent. */
export interface BulkEntry {
	item: Item;
	/** Entries with equal requests can share one. */
	request: Omit<ServiceRequest, 'body'>;
	/** What it changes, e.g. an address of a list. Equal keys go neither into one request, nor side by side. */
	key: string;
	/** Entries of different groups don't share a request. */
	group?: string;
	/** Most entries in a request. */
	batchSize: number;
	body: IDataObject;
}

/** Gives an entry its output without a request, or its error by throwing. */
export type Settle<Entry> = (entry: Entry, outcome: () => IDataObject) => Promise<void>;

/** An operation that sends many input items in one request. */
export interface BulkOperation<Entry extends BulkEntry = BulkEntry> extends OperationText {
	/** Reads and checks an item without a request. @throws InputError */
	prepare(item: Item): Entry;
	/**
	 * Chooses the request of each entry, where that takes reading first.
	 * @returns the entries still to be sent, in their order; each list once the one before is done, and
	 *   only if no item failed. An item of several entries has the outputs of all
	 */
	route?(entries: Entry[], settle: Settle<Entry>): Promise<Entry[][]>;
	/** Where `route` gives several lists: why a later one is not sent; without a full stop. */
	unsentHint?: string;
	/** Of entries with the same key and request only the first is sent; all share its result. */
	sendEqualOnce?: boolean;
	/** The first of the entries in a request has the output of all. */
	isJoint?: boolean;
	/**
	 * Sends entries in one request.
	 * @returns the output, outputs or error of each entry, in their order
	 * @throws RequestError where all failed
	 */
	send(entries: Entry[]): Promise<Array<IDataObject | IDataObject[] | Error>>;
	/** Whether an output says that its item succeeded. Default: always. */
	isDone?(output: IDataObject): boolean;
}

export type Operation = ItemOperation | BulkOperation;

/** The service with the operation's own concurrency. */
export const serviceFor = (service: Service, { concurrency }: Operation): Service =>
	concurrency === undefined ? service : { ...service, concurrency };

/** What the operations of a node act on. */
export interface Resource {
	label: string;
	value: string;
	operations: Operation[];
	/** Value of the operation chosen first. */
	default: string;
}
