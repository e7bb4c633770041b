import { Random } from '../../../sandbox/data/random';
import { isMoving, kinds } from '../kinds';
import type { FaultKind, Settings } from '../kinds/kind';
import { operations } from '../operations';
import type { Operation } from '../operations/operation';
import type { EngineRun } from '../stage/engine';

/** What is tried: everything in it follows from the seed and the number. */
export interface Plan {
	seed: string;
	/** From 0. */
	number: number;
	operation: Operation;
	kind: FaultKind;
	/** Comes on top. */
	extra?: FaultKind;
	/** Input items. */
	count: number;
	settings: Settings;
	onError: EngineRun['onError'];
	/** Requests a minute that Corlega allows and the node knows of; without it there is no limit. */
	limit?: number;
	isMoving: boolean;
	/** For what is chosen while it is prepared. */
	random: Random;
}

type Pair = [Operation, FaultKind];

const makesRecords = ({ group }: Operation): boolean =>
	['create', 'upsert', 'bulk'].includes(group);

/** How often a pair stands in a round: twice where records may be lost, or be there twice. */
const weightOf = (operation: Operation, { weight = 1 }: FaultKind): number =>
	weight * (makesRecords(operation) ? 2 : 1);

/** All operations with all faults that can befall them. */
const pairs: Pair[] = operations.flatMap((operation) =>
	kinds
		.filter(({ appliesTo }) => appliesTo?.(operation) ?? true)
		.flatMap((kind) => Array<Pair>(weightOf(operation, kind)).fill([operation, kind])),
);

function pairOf(seed: string, number: number): Pair {
	const round = Math.floor(number / pairs.length);
	const shuffled = new Random(`${seed} round ${round}`).shuffle([...pairs]);
	return shuffled[number % pairs.length];
}

function settingsOf(random: Random, isSlow: boolean): Settings {
	return {
		concurrency: random.pick([1, 1, 2, 4, 8]),
		maxAttempts: isSlow ? random.pick([1, 2]) : random.pick([1, 2, 3, 4, 5]),
		maxRetryTime: random.pick([0, 5, 30, 90, 120]),
		timeout: isSlow ? 1 : 10,
	};
}

/** The plan of a number. */
export function makePlan(seed: string, number: number): Plan {
	const [operation, kind] = pairOf(seed, number);
	const random = new Random(`${seed} plan ${number}`);
	const extras = kinds.filter(({ isExtra }) => isExtra);
	const isPlain = kind.name === 'none' || kind.isSlow === true;
	const hasExtra = !isPlain && random.chance(makesRecords(operation) ? 40 : 15);
	const extra = hasExtra ? random.pick(extras) : undefined;
	const most = kind.isSlow ? Math.min(4, operation.mostItems) : operation.mostItems;
	return {
		seed,
		number,
		operation,
		kind,
		extra,
		count: random.between(1, most),
		settings: settingsOf(random, kind.isSlow === true),
		onError: random.pick(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput']),
		limit: operation.node === 'corlega' ? random.pick([5, 20, undefined]) : undefined,
		isMoving: isMoving(kind),
		random,
	};
}

/** A plan in words. */
export function describePlan(plan: Plan): string {
	const { operation, kind, extra, count, settings, onError, limit } = plan;
	const { concurrency, maxAttempts, maxRetryTime } = settings;
	const what = extra ? `${kind.name} and ${extra.name}` : kind.name;
	const limited = limit === undefined ? '' : `, ${limit} requests a minute`;
	return `${operation.node} ${operation.name} with ${count} items, ${what}; concurrency ${concurrency}, ${maxAttempts} attempts in ${maxRetryTime} s, ${onError}${limited}`;
}
