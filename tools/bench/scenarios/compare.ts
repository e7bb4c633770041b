import { type Contestant, inTurns } from '../measure/repeat';
import { medianOf, type Row, rowOf, type Target } from '../measure/result';
import { timeOf } from '../measure/time';
import type { ServiceName } from '../../services';
import type { RemoteSandbox } from '../sandbox/remoteSandbox';
import { COUNTS, FLOOR, HTTP_REQUEST, OF_FLOOR, RAW, THIS_NODE } from './scenario';

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
	const measured = await inTurns(contestants, runs);
	return [...measured].map(([name, results]) => rowOf(name, results, COUNTS));
}

/** Adds the column with each time as a multiple of the floor's. */
export function withFloorRatio(rows: Row[]): Row[] {
	const floor = medianOf(rows, FLOOR, 'ms');
	return rows.map(({ name, values: { ms, ...others } }) => ({
		name,
		values: { ms, [OF_FLOOR]: medianOf(rows, name, 'ms') / floor, ...others },
	}));
}

/** Targets for the time of this node, as parts of the time of the others. */
export function timeTargets(
	rows: Row[],
	most: { httpRequest: number; raw?: number; floor?: number },
	suffix = '',
): Target[] {
	const time = (name: string) => medianOf(rows, `${name}${suffix}`, 'ms');
	const targets = [
		{
			name: `time${suffix}, of the HTTP Request node's`,
			most: most.httpRequest,
			measured: time(THIS_NODE) / time(HTTP_REQUEST),
		},
	];
	if (most.raw !== undefined) {
		const measured = time(THIS_NODE) / time(RAW);
		targets.push({ name: `time${suffix}, of undici's`, most: most.raw, measured });
	}
	if (most.floor !== undefined) {
		const measured = time(THIS_NODE) / time(FLOOR);
		targets.push({ name: `time${suffix}, of the floor's`, most: most.floor, measured });
	}
	return targets;
}
