import type { INode } from 'n8n-workflow';

import { Random } from '../../../sandbox/data/random';
import { isMoving, kinds } from '../kinds';
import type { FaultKind, Settings } from '../kinds/kind';
import { operations } from '../operations';
import type { Operation } from '../operations/operation';

/** A test case; everything in it follows from the seed and the number. */
export interface Plan {
	seed: string;
	number: number;
	operation: Operation;
	kind: FaultKind;
	extra?: FaultKind;
	count: number;
	settings: Settings;
	onError: NonNullable<INode['onError']>;
	/** Requests a minute that Corlega allows, and the node knows of; no limit when absent. */
	limit?: number;
	isMoving: boolean;
	isDry: boolean;
	/** For choices during preparation. */
	random: Random;
}

type Pair = [Operation, FaultKind];

const makesRecords = ({ group }: Operation): boolean =>
	['create', 'upsert', 'bulk'].includes(group);

/** How often a pair is in a round: twice for operations that make records. */
const weightOf = (operation: Operation, { weight = 1 }: FaultKind): number =>
	weight * (makesRecords(operation) ? 2 : 1);

/** All operations with all applicable faults. */
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
		isDry: operation.methods.some((method) => method !== 'GET') && random.chance(12),
		random,
	};
}

export function describePlan(plan: Plan): string {
	const { operation, kind, extra, count, settings, onError, limit, isDry } = plan;
	const { concurrency, maxAttempts, maxRetryTime } = settings;
	const what = extra ? `${kind.name} and ${extra.name}` : kind.name;
	const limited = limit === undefined ? '' : `, ${limit} requests a minute`;
	return `${isDry ? 'dry run of ' : ''}${operation.node} ${operation.name} with ${count} items, ${what}; concurrency ${concurrency}, ${maxAttempts} attempts in ${maxRetryTime} s, ${onError}${limited}`;
}
