import type { IDataObject } from 'n8n-workflow';

import type { NodeServiceName, StateOf } from '../../../sandbox';
import type { Random } from '../../../sandbox/data/random';
import type { SettingsOf } from '../../../sandbox/services';
import type { Reading } from './reading';

/** The columns of the table of faults and operations. */
export const groups = ['create', 'upsert', 'update', 'delete', 'bulk', 'get', 'list'] as const;

export type Group = (typeof groups)[number];

/**
 * A record that items write to.
 * - `made`: was not there; how many of it there are now
 * - `changed`: was there; whose value it has now
 * - `gone`: was there; whether it still is
 */
export type Target = {
	/** Indexes of the items that write to it, in order. */
	items: number[];
} & (
	| { kind: 'made'; count(): number; holder?(): number }
	| { kind: 'changed'; holder(): number }
	| { kind: 'gone'; isGone(): boolean }
);

/** The records of a list, for a fault to move. */
export interface Movable {
	ids(): string[];
	remove(id: string): void;
	add(id: string, at: 'front' | 'end'): void;
}

/** What moved while a list was read, by ID. */
export interface Movement {
	left: Set<string>;
	joined: Set<string>;
}

/** An operation, ready to be run. */
export interface Prepared {
	/** Beside resource, operation and the options on requests; expressions read the items. */
	parameters: IDataObject;
	items: IDataObject[];
	/** What an operation that writes writes to. */
	targets?: Target[];
	/** What an operation that reads must give for each item. */
	readings?: Reading[];
	movable?: Movable;
	/** The service itself may refuse an item. */
	mayBeRefused?: boolean;
	/** Pages that have to be read for all items. */
	pages: number;
}

/** What a plan prepares an operation with. */
export interface Preparation<Name extends NodeServiceName> {
	state: StateOf<Name>;
	random: Random;
	/** Input items. */
	count: number;
	/** Different for each plan. */
	label: string;
	movement: Movement;
	/** Whether records will move. */
	isMoving: boolean;
}

/** An operation of a node, as a plan tries it. */
export interface Operation<Name extends NodeServiceName = NodeServiceName> {
	node: Name;
	/** E.g. `contact.create`. */
	name: string;
	group: Group;
	/** Methods of the requests that it sends. */
	methods: string[];
	/**
	 * Neither the content nor the status of a good answer is documented, so that an empty one, an
	 * array or an object of somebody else can't be told from it.
	 */
	isVague?: boolean;
	/** Most items of a plan. */
	mostItems: number;
	settings?(random: Random): SettingsOf<Name>;
	prepare(preparation: Preparation<Name>): Prepared;
}

/** Numbers from 0 on. */
export const range = (count: number): number[] => [...Array(count).keys()];

/** Items that share a record with an earlier one in some plans, by record. */
export function share(random: Random, count: number, percent: number): number[][] {
	const isSharing = random.chance(percent);
	const records: number[][] = [];
	for (const index of range(count)) {
		const shared = isSharing && records.length > 0 && random.chance(30);
		if (shared) random.pick(records).push(index);
		else records.push([index]);
	}
	return records;
}
