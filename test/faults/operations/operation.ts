import type { IDataObject } from 'n8n-workflow';

import type { NodeServiceName, StateOf } from '../../../sandbox';
import type { Random } from '../../../sandbox/data/random';
import type { SettingsOf } from '../../../sandbox/services';
import type { Report } from '../ledger/itemReport';
import type { Reading } from './reading';

export const groups = ['create', 'upsert', 'update', 'delete', 'bulk', 'get', 'list'] as const;

export type Group = (typeof groups)[number];

/**
 * A record that items write to: a new one (how many there are), a changed or a deleted one. Of new ones
 * that are equal, each item may make its own. Who opted out is left out.
 */
export type Target = {
	items: number[];
	/** What a done item must say. */
	outcome?: string;
} & (
	| { kind: 'made'; isOwn?: boolean; count(): number; holder?(): number }
	| { kind: 'changed'; holder(): number }
	| { kind: 'gone'; isGone(): boolean }
	| { kind: 'leftOut'; isAdded(): boolean }
);

export interface Movable {
	ids(): string[];
	remove(id: string): void;
	add(id: string, at: 'front' | 'end'): void;
}

export interface Movement {
	left: Set<string>;
	joined: Set<string>;
}

export interface Prepared {
	/** In addition to resource, operation and request options; expressions read the items. */
	parameters: IDataObject;
	/** Empty ones when absent. */
	items?: IDataObject[];
	targets?: Target[];
	readings?: Reading[];
	/** Whether an output or error item is about no item. */
	isExtra?(json: IDataObject): boolean;
	/** What is wrong besides. */
	check?(report: Report): string[];
	movable?: Movable;
	mayBeRefused?: boolean;
	/** Pages that must be read for all items; none when absent. */
	pages?: number;
}

/** What a plan prepares an operation with. */
export interface Preparation<Name extends NodeServiceName> {
	state: StateOf<Name>;
	random: Random;
	count: number;
	label: string;
	movement: Movement;
	/** Whether records will move. */
	isMoving: boolean;
}

export interface Operation<Name extends NodeServiceName = NodeServiceName> {
	node: Name;
	name: string;
	group: Group;
	methods: string[];
	/** The document gives no content or status of a good answer, so many answers look good. */
	isVague?: boolean;
	mostItems: number;
	settings?(random: Random): SettingsOf<Name>;
	prepare(preparation: Preparation<Name>): Prepared;
}

type Usual = 'node' | 'methods' | 'mostItems' | 'settings';

/** An operation as the file of its service has it: without what is the same for most of them. */
export type Listed<Name extends NodeServiceName> = Omit<Operation<Name>, Usual> &
	Partial<Pick<Operation<Name>, Usual>>;

/** Operations of a service: they read, unless they say otherwise. */
export const listed = <Name extends NodeServiceName>(
	node: Name,
	operations: Array<Listed<Name>>,
	settings?: SettingsOf<Name>,
): Operation[] =>
	operations.map((operation) => ({
		node,
		methods: ['GET'],
		mostItems: 10,
		settings: () => settings ?? {},
		...operation,
	})) as unknown as Operation[];

/** Fields of a collection; in some plans, columns that are mapped instead. */
export const fieldsOrColumns = (
	random: Random,
	collection: string,
	value: IDataObject,
): IDataObject =>
	random.chance(60)
		? { [collection]: value }
		: { specifyFields: 'columns', columns: { mappingMode: 'defineBelow', value, schema: [] } };

/** The field Conditions with one. */
export const equals = (field: string, value: string): IDataObject => ({
	condition: [{ field, condition: 'equals', value }],
});

export const range = (count: number): number[] => [...Array(count).keys()];

/** Item indexes by record; in some plans items share a record. */
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
