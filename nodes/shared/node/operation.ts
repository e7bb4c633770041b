import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ServiceRequest } from '../service/exchange';
import type { Service } from '../service/service';
import type { Item } from './Item';

interface OperationText {
	/** Title Case, as in the dropdown. */
	name: string;
	/** As saved in workflows. */
	value: string;
	/** "Create a contact": how it stands in n8n's list of actions. */
	action: string;
	description: string;
	/** Fields, without `displayOptions` for resource and operation: those are generated. */
	properties: INodeProperties[];
	/** What is rarely touched; stands under Options, together with the retry limits. */
	options?: INodeProperties[];
	/** Requests in flight at the same time unless the user says; without it, the service's number. */
	concurrency?: number;
}

/** An operation that answers each input item by itself. */
export interface ItemOperation<Shared = unknown> extends OperationText {
	/** Makes what all items of a run share, for the first one that is executed. */
	share?(): Shared;
	/**
	 * @param shared from `share`
	 * @returns one output object, or any number of them
	 * @throws InputError, RequestError
	 */
	execute(item: Item, shared: Shared): Promise<IDataObject | IDataObject[]>;
	/** Sentences about the outputs as a whole, shown above them. */
	summarize?(outputs: IDataObject[]): string[];
}

/** One input item of a bulk operation, checked and ready to be sent. */
export interface BulkEntry {
	item: Item;
	/** The request it goes out with; entries whose requests are equal can share one. */
	request: Omit<ServiceRequest, 'body'>;
	/**
	 * What it touches, e.g. an e-mail address of a list: entries with the same key never go into one
	 * request, nor side by side.
	 */
	key: string;
	/** Most entries in a request. */
	batchSize: number;
	/** What is sent of this item. */
	body: IDataObject;
}

/** An operation that sends many input items in one request. */
export interface BulkOperation<Entry extends BulkEntry = BulkEntry> extends OperationText {
	/** Reads and checks an item, without a request. @throws InputError */
	prepare(item: Item): Entry;
	/**
	 * Chooses the request that each entry goes out with, where something has to be read for that.
	 * @param settle gives an entry its output without a request, or fails it by throwing
	 * @returns the entries that are left to be sent, in their order
	 */
	route?(
		entries: Entry[],
		settle: (entry: Entry, outcome: () => IDataObject) => Promise<void>,
	): Promise<Entry[]>;
	/**
	 * Entries with the same key and request give the same result: only the first is sent.
	 * Otherwise each is sent, in requests one after another.
	 */
	sendEqualOnce: boolean;
	/**
	 * Sends entries that share their request.
	 * @returns one output object per entry, in their order, or what that entry failed with
	 * @throws RequestError where all have failed
	 */
	send(entries: Entry[]): Promise<Array<IDataObject | Error>>;
	/** Whether an output tells that its item went through; without it, each does. */
	isDone?(output: IDataObject): boolean;
	/** Sentences about the outputs as a whole, shown above them. */
	summarize?(outputs: IDataObject[]): string[];
}

export type Operation = ItemOperation | BulkOperation;

/** The service as an operation calls it. */
export const serviceFor = (service: Service, { concurrency }: Operation): Service =>
	concurrency === undefined ? service : { ...service, concurrency };

/** What the operations of a node act on. */
export interface Resource {
	/** Title Case, as in the dropdown. */
	label: string;
	/** As saved in workflows. */
	value: string;
	operations: Operation[];
	/** Value of the operation that is chosen first. */
	default: string;
}
