import type { Planted, Planting } from '../kinds/kind';
import { clock } from '../stage/clock';
import type { Plan } from './plan';
import { setTimeout as sleepReally } from 'node:timers/promises';
import { Random } from '../../../sandbox/data/random';
import type { SettingsOf } from '../../../sandbox/services';
import type { NodeServiceName } from '../../../sandbox';
import { judge } from '../ledger/judge';
import { secretsOf } from '../ledger/texts';
import { readReport, type Report } from '../ledger/itemReport';
import type { Movement } from '../operations/operation';
import { runInEngine, type RunResult } from '../stage/engine';
import { openStage, type Stage } from '../stage/stage';

const both = (first: Planted, second: Planted): Planted => ({
	...second,
	...first,
	faults: [...(first.faults ?? []), ...(second.faults ?? [])],
	late: first.late ?? second.late,
	breaksLimit: first.breaksLimit || second.breaksLimit,
	outlasts: first.outlasts || second.outlasts,
	quietUntil: undefined,
	mustPass: false,
	note: `${first.note}; ${second.note}`,
});

export function plant({ kind, extra }: Plan, planting: Planting): Planted {
	const first = kind.plant(planting);
	const planted = extra ? both(first, extra.plant(planting)) : first;
	const { state, proxy } = planting.stage;
	state.faults.push(...(planted.faults ?? []));
	state.onRequest = planted.onRequest;
	if (proxy) {
		proxy.treat = (number) => {
			if (planted.refusal?.after === number + 1) refuse();
			return planted.treat?.(number) ?? 'pass';
		};
	}
	const refuse = () => {
		const until = performance.now() + planted.refusal!.seconds * 1000;
		proxy?.refuse();
		clock.onJump = async () => {
			if (performance.now() >= until) await proxy?.accept();
		};
	};
	if (planted.refusal?.after === 0) refuse();
	return planted;
}

export interface Outcome {
	violations: string[];
	/** A description of the faults. */
	note: string;
	/** The plan did not end: don't use this process any more. */
	isHanging?: boolean;
	report?: Report;
	requests: string[];
}

/** Milliseconds of real time in which a plan must end. */
const LONGEST = 60_000;

/** Uncaught errors since the last plan. */
const uncaught: unknown[] = [];
process.on('unhandledRejection', (reason) => uncaught.push(reason));
process.on('uncaughtException', (error) => uncaught.push(error));

const moment = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

/** @returns undefined when it doesn't end in time */
async function runWithin(
	milliseconds: number,
	run: (onStart: (engine: { cancel(): void }) => void) => Promise<RunResult>,
): Promise<RunResult | undefined> {
	const over = new AbortController();
	let engine: { cancel(): void } | undefined;
	const timeout = sleepReally(milliseconds, undefined, { signal: over.signal }).catch(() => {});
	const result = await Promise.race([run((started) => (engine = started)), timeout]);
	over.abort();
	if (result === undefined) engine?.cancel();
	return result ?? undefined;
}

/** Waits until the service has processed abandoned requests. */
async function settle({ state }: Stage, { late = 0 }: Planted): Promise<void> {
	if (late > 0) await sleepReally(late);
	for (let left = 100; left > 0 && state.inFlight > 0; left--) await sleepReally(10);
	await moment();
	await moment();
}

function settingsFor({ operation, limit, random }: Plan): SettingsOf<NodeServiceName> {
	const settings = operation.settings?.(random) ?? {};
	if (operation.node !== 'corlega') return settings;
	return { ...settings, limit: limit === undefined ? null : { requests: limit, windowMs: 60_000 } };
}

/** Runs a plan through n8n's engine, and compares its report with the service. */
export async function runPlan(plan: Plan): Promise<Outcome> {
	const { operation, kind, extra, random, settings, limit } = plan;
	const { node } = operation;
	const isProxied = kind.needsProxy === true || extra?.needsProxy === true;
	const stage = await openStage(node, settingsFor(plan), isProxied);
	if (node === 'corlega') stage.credentials.requestsPerMinute = limit ?? 1_000_000;

	// The pauses between attempts are random.
	const chance = new Random(`${plan.seed} chance ${plan.number}`);
	Math.random = () => chance.uint32() / 2 ** 32;
	clock.start(stage.state);
	const movement: Movement = { left: new Set(), joined: new Set() };
	const label = `p${plan.number}`;
	const { count, isMoving } = plan;
	const prepared = operation.prepare({
		state: stage.state,
		random,
		count,
		label,
		movement,
		isMoving,
	});
	const planted = plant(plan, { operation, random, stage, prepared, movement, settings });

	const started = performance.now();
	const { parameters, items } = prepared;
	const dry = plan.isDry ? { dryRun: true } : {};
	const options = { ...(parameters.options as object), ...settings, ...dry };
	const result = await runWithin(
		LONGEST,
		async (onStart) =>
			await runInEngine({
				node,
				operation: operation.name,
				parameters: { ...parameters, options },
				credentials: stage.credentials,
				items,
				onError: plan.onError,
				onStart,
			}),
	);
	const took = performance.now() - started;
	await settle(stage, planted);
	const requests = [...stage.state.requests];
	await stage.close();
	if (planted.outlasts) clock.skipPauses();

	const reported = requests.map(
		({ method, path, status, at }) => `${at} ${method} ${path} ${status}`,
	);
	const facts = { note: planted.note, requests: reported };
	const unhandled = uncaught.splice(0).map((error) => `nobody caught ${String(error)}`);
	if (!result) return { ...facts, violations: ['does not end', ...unhandled], isHanging: true };
	const isList = operation.group === 'list';
	const report = readReport(result, items.length, { isList, isExtra: prepared.isExtra });
	const secrets = secretsOf(stage.credentials, requests);
	const traffic = { requests, took };
	const violations = judge(plan, prepared, planted, { report, traffic, secrets });
	return { ...facts, violations: [...violations, ...unhandled], report };
}
