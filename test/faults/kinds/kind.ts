import type { Fault, LoggedRequest } from '../../../sandbox';
import type { Random } from '../../../sandbox/data/random';
import type { Movement, Operation, Prepared } from '../operations/operation';
import type { Stage } from '../stage/stage';
import type { Treatment } from '../stage/proxy';

export interface Settings {
	concurrency: number;
	maxAttempts: number;
	/** Seconds. */
	maxRetryTime: number;
	/** Seconds. */
	timeout: number;
}

export interface Planted {
	faults?: Fault[];
	/** The proxy treats this many connections so, after some that pass. */
	treatment?: { how: Treatment; after: number; count: number };
	/** Connections are refused after this many, for this many seconds. */
	refusal?: { after: number; seconds: number };
	/** Called with each request before it is processed. */
	onRequest?: (request: LoggedRequest) => void;
	/** Milliseconds of real time after which an abandoned request may still be processed. */
	late?: number;
	/** Until when a 429 at this time asks to wait, both in milliseconds since 1970. */
	quietUntil?: (refused: number) => number;
	/** The service sent the 429 itself, or counted a request twice. */
	breaksLimit?: boolean;
	/** A requested pause may last longer than the plan. */
	outlasts?: boolean;
	/** Every item must succeed all the same. */
	mustPass?: boolean;
	/** What the rest does not say, for the report of a violation. */
	note?: string;
}

export interface Planting {
	operation: Operation;
	random: Random;
	stage: Stage;
	prepared: Prepared;
	movement: Movement;
	settings: Settings;
}

/** A kind of fault: a row of the table of faults and operations. */
export interface FaultKind {
	name: string;
	/** All operations when absent. */
	appliesTo?(operation: Operation): boolean;
	/** It breaks connections, before a service sees a request. */
	needsProxy?: boolean;
	/** Attempts take a second of real time each. */
	isSlow?: boolean;
	/** For faults that few operations can meet; 1 when absent. */
	weight?: number;
	/** May be combined with another. */
	isExtra?: boolean;
	plant(planting: Planting): Planted;
}

/** Chooses the requests that a fault hits. */
export function aim({ operation, random }: Planting, most = Infinity) {
	const method = random.chance(40) ? random.pick(operation.methods) : undefined;
	const hits = [1, 1, 2, 3, 1000].filter((count) => count <= most);
	return {
		match: method === undefined ? undefined : { method },
		skip: random.pick([0, 0, 0, 1, 2, 4]),
		times: random.pick(hits),
	};
}

type Hitting = Pick<FaultKind, 'isSlow' | 'isExtra'> &
	Pick<Planted, 'late' | 'breaksLimit' | 'mustPass'> & {
		/** Requests that it hits at most. */
		most?: number;
	};

/** A kind of fault that hits some of the requests. */
export const hitting = (
	name: string,
	faultOf: (planting: Planting) => Fault,
	{ isSlow, isExtra, most, ...planted }: Hitting = {},
): FaultKind => ({
	name,
	isSlow,
	isExtra,
	plant: (planting) => ({
		...planted,
		faults: [{ ...aim(planting, most), ...faultOf(planting) }],
	}),
});

/** Whether each request has an attempt left. */
export const isSurvivable = (times: number, { maxAttempts }: Settings): boolean =>
	times < maxAttempts;
