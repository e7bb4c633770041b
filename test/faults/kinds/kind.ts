import type { Fault, LoggedRequest } from '../../../sandbox';
import type { Random } from '../../../sandbox/data/random';
import type { Movement, Operation, Prepared } from '../operations/operation';
import type { Stage } from '../stage/stage';
import type { Treatment } from '../stage/proxy';

/** How the requests of a plan are sent. */
export interface Settings {
	concurrency: number;
	maxAttempts: number;
	/** Seconds. */
	maxRetryTime: number;
	/** Seconds. */
	timeout: number;
}

/** What goes wrong in a plan. */
export interface Planted {
	/** In the order in which they are tried. */
	faults?: Fault[];
	/** Connections that the proxy does something to. */
	treat?: (number: number) => Treatment;
	/** Connections are refused: at first, or after so many; for so many seconds. */
	refusal?: { after: number; seconds: number };
	/** Is told of each request before it is processed. */
	onRequest?: (request: LoggedRequest) => void;
	/** Real milliseconds after which a request may still be processed, though nobody waits for it. */
	late?: number;
	/** Until when a 429 at a moment asks to wait, both in milliseconds since 1970. */
	quietUntil?: (refused: number) => number;
	/** The service said 429 or the like itself, or a request counted twice. */
	breaksLimit?: boolean;
	/** A pause that was asked for may go on after the plan. */
	outlasts?: boolean;
	/** Every item must be done all the same. */
	mustPass?: boolean;
	/** In a few words, for whoever reads about a violation. */
	note: string;
}

export interface Planting {
	operation: Operation;
	random: Random;
	stage: Stage;
	prepared: Prepared;
	movement: Movement;
	settings: Settings;
}

/** A way for things to go wrong: a row of the table of faults and operations. */
export interface FaultKind {
	name: string;
	/** Absent: to every operation. */
	appliesTo?(operation: Operation): boolean;
	/** What fails are connections, before a service sees them. */
	needsProxy?: boolean;
	/** Attempts take a second of real time each. */
	isSlow?: boolean;
	/** How often it is tried, where few operations can meet it; 1 when absent. */
	weight?: number;
	/** May come on top of another. */
	isExtra?: boolean;
	plant(planting: Planting): Planted;
}

/** Which requests are hit: some kind or all, after some, once or more. */
export function aim({ operation, random }: Planting, most = Infinity) {
	const method = random.chance(40) ? random.pick(operation.methods) : undefined;
	const hits = [1, 1, 2, 3, 1000].filter((count) => count <= most);
	return {
		match: method === undefined ? undefined : { method },
		skip: random.pick([0, 0, 0, 1, 2, 4]),
		times: random.pick(hits),
	};
}

/** As `aim`, in words. */
export const described = ({ match, skip, times }: ReturnType<typeof aim>): string =>
	`${times} of ${match?.method ?? 'all'} requests after ${skip}`;

/** Whether so many hits leave each request an attempt. */
export const isSurvivable = (times: number, { maxAttempts }: Settings): boolean =>
	times < maxAttempts;
