import type { IDataObject, INodeProperties } from 'n8n-workflow';

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
}

/** An operation that answers each input item by itself. */
export interface ItemOperation extends OperationText {
	/**
	 * @returns one output object, or any number of them
	 * @throws InputError, RequestError
	 */
	execute(item: Item): Promise<IDataObject | IDataObject[]>;
}

/** One input item of a bulk operation, checked and ready to be sent. */
export interface BulkEntry {
	item: Item;
	/** Entries can share a request where this is equal: same list, same options. */
	group: string;
	/** Entries with the same key, e.g. the same e-mail address, don't go into one request. */
	key: string;
	/** Most entries in a request. */
	batchSize: number;
	/** What is sent of this item. */
	body: IDataObject;
}

/** An operation that sends many input items in one request. */
export interface BulkOperation extends OperationText {
	/** Reads and checks an item, without a request. @throws InputError */
	prepare(item: Item): BulkEntry;
	/**
	 * Entries with the same key and group give the same result: only the first is sent.
	 * Otherwise each is sent, in requests one after another.
	 */
	sendEqualOnce: boolean;
	/**
	 * Sends entries of one group in one request.
	 * @returns one output object per entry, in their order
	 * @throws RequestError
	 */
	send(entries: BulkEntry[]): Promise<IDataObject[]>;
	/** Sentences about the outputs as a whole, shown above them. */
	summarize?(outputs: IDataObject[]): string[];
}

export type Operation = ItemOperation | BulkOperation;

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
