import { type Contestant, inTurns } from '../measure/repeat';
import { medianOf, type Row, type Target } from '../measure/result';
import { timeOf } from '../measure/time';
import type { ServiceName } from '../../services';
import type { RemoteSandbox } from '../sandbox/remoteSandbox';
import { FLOOR, HTTP_REQUEST, OF_FLOOR, RAW, THIS_NODE } from './scenario';

/** How one of those who are compared does the job. */
export interface Job {
	name: string;
	/** Done before each run, and not measured. */
	prepare?(): Promise<void>;
	/** @returns how many entries came out, where that tells whether the job was done */
	run(): Promise<number | void>;
	/** Tells how many entries there are now, for jobs that make them; not measured. */
	check?(): Promise<number>;
}

/**
 * Compares several ways to do the same job.
 * @param expected entries that must come out
 * @throws Error where one did not do the job
 */
export async function compare(
	sandbox: RemoteSandbox,
	service: ServiceName,
	jobs: Job[],
	{ expected, runs }: { expected: number; runs: number },
): Promise<Row[]> {
	const contestants = jobs.map(
		({ name, prepare, run, check }): Contestant => ({
			name,
			run: async () => {
				await prepare?.();
				await sandbox.clear(service);
				let done: number | void = undefined;
				const ms = await timeOf(async () => (done = await run()));
				done = (await check?.()) ?? done;
				if (done !== expected) throw new Error(`${name} did ${String(done)}, not ${expected}`);
				const { requests, connections, inFlight } = await sandbox.counts(service);
				return { ms, requests, connections, 'in flight': inFlight };
			},
		}),
	);
	return await inTurns(contestants, runs);
}

/** Adds the column with each time as a multiple of the floor's. */
export function withFloorRatio(rows: Row[]): Row[] {
	const floor = medianOf(rows, FLOOR, 'ms');
	return rows.map(({ name, values: { ms, ...others } }) => ({
		name,
		values: { ms, [OF_FLOOR]: medianOf(rows, name, 'ms') / floor, ...others },
	}));
}

const WHOSE: Record<string, string> = {
	[HTTP_REQUEST]: "the HTTP Request node's",
	[RAW]: "undici's",
	[FLOOR]: "the floor's",
};

/** Targets for the time of this node. @param most by name, the part of the time of that one */
export function timeTargets(rows: Row[], most: Record<string, number>, suffix = ''): Target[] {
	const time = (name: string) => medianOf(rows, `${name}${suffix}`, 'ms');
	return Object.entries(most).map(([other, part]) => ({
		name: `time${suffix}, of ${WHOSE[other]}`,
		most: part,
		measured: time(THIS_NODE) / time(other),
	}));
}
