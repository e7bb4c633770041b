import type { Planted, Planting } from '../kinds/kind';
import { clock } from '../stage/clock';
import type { Plan } from './plan';
import { setTimeout as sleepReally } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Random } from '../../../sandbox/data/random';
import type { SettingsOf } from '../../../sandbox/services';
import type { NodeServiceName } from '../../../sandbox';
import { judge } from '../ledger/judge';
import { secretsOf } from '../ledger/texts';
import { readReport, type Report } from '../ledger/itemReport';
import { type Movement, range } from '../operations/operation';
import { runNode, type RunOptions, type RunResult } from '../../../tools/engine/runNode';
import { credentialTypes, nodeTypes } from '../../../tools/engine/types';
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
});

function plant({ kind, extra }: Plan, planting: Planting): Planted {
	const first = kind.plant(planting);
	const planted = extra ? both(first, extra.plant(planting)) : first;
	const { state, proxy } = planting.stage;
	state.faults.push(...(planted.faults ?? []));
	state.onRequest = planted.onRequest;
	const { refusal, treatment } = planted;
	const refuse = () => {
		const until = performance.now() + refusal!.seconds * 1000;
		proxy?.refuse();
		clock.onJump = async () => {
			if (performance.now() >= until) await proxy?.accept();
		};
	};
	if (proxy) {
		proxy.treat = (number) => {
			if (refusal?.after === number + 1) refuse();
			const turn = number - (treatment?.after ?? 0);
			return treatment && turn >= 0 && turn < treatment.count ? treatment.how : 'pass';
		};
	}
	if (refusal?.after === 0) refuse();
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
async function runInTime(run: RunOptions): Promise<RunResult | undefined> {
	const over = new AbortController();
	let engine: { cancel(): void } | undefined;
	const timeout = sleepReally(LONGEST, undefined, { signal: over.signal }).catch(() => {});
	const running = runNode({ ...run, onStart: (started) => (engine = started) });
	const result = await Promise.race([running, timeout]);
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
	const { operation, kind, extra, random, settings, limit, count, isMoving } = plan;
	const { node } = operation;
	const isProxied = kind.needsProxy === true || extra?.needsProxy === true;
	const stage = await openStage(node, settingsFor(plan), isProxied);
	const { state, credentials } = stage;
	if (node === 'corlega') credentials.requestsPerMinute = limit ?? 1_000_000;

	// The pauses between attempts are random.
	const chance = new Random(`${plan.seed} chance ${plan.number}`);
	Math.random = () => chance.uint32() / 2 ** 32;
	clock.start(state);
	const movement: Movement = { left: new Set(), joined: new Set() };
	const label = `p${plan.number}`;
	const prepared = operation.prepare({ state, random, count, label, movement, isMoving });
	const planted = plant(plan, { operation, random, stage, prepared, movement, settings });

	const started = performance.now();
	const { parameters, items = range(count).map(() => ({})) } = prepared;
	const dry = plan.isDry ? { dryRun: true } : {};
	const options = { ...(parameters.options as object), ...settings, ...dry };
	const [resource, name] = operation.name.split('.');
	const run: RunOptions = {
		nodeType: nodeTypes[node],
		parameters: { resource, operation: name, ...parameters, options },
		credential: { type: credentialTypes[state.credential.type], data: credentials },
		items,
		settings: { onError: plan.onError },
	};
	const result = await runInTime(run);
	const took = performance.now() - started;
	await settle(stage, planted);
	const requests = [...state.requests];
	await stage.close();
	if (planted.outlasts) clock.skipPauses();

	const reported = requests.map(
		({ method, path, status, at }) => `${at} ${method} ${path} ${status}`,
	);
	const note = inspect(planted, { breakLength: Infinity, depth: 5, maxStringLength: 100 });
	const facts = { note, requests: reported };
	const unhandled = uncaught.splice(0).map((error) => `nobody caught ${String(error)}`);
	if (!result) return { ...facts, violations: ['does not end', ...unhandled], isHanging: true };
	const isList = operation.group === 'list';
	const report = readReport(result, items.length, { isList, isExtra: prepared.isExtra });
	const secrets = secretsOf(credentials, requests);
	const traffic = { requests, took };
	const violations = judge(plan, prepared, planted, { report, traffic, secrets });
	return { ...facts, violations: [...violations, ...unhandled], report };
}
