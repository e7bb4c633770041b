import type { LoggedRequest } from '../../../sandbox';
import type { Planted } from '../kinds/kind';
import type { Prepared } from '../operations/operation';
import type { Plan } from '../plan/plan';
import { judgeTexts } from './texts';
import type { Report, ItemReport } from './itemReport';
import { judgeOutcome, judgeTarget } from './writes';

/** Requests of a run, timed by the jumping clock. */
export interface Traffic {
	requests: LoggedRequest[];
	took: number;
}

/** How often a list may be read: it is corrected twice. */
const MOST_PASSES = 3;

/** Pages beyond the total; each page may be requested twice, and so may the first. */
const BEYOND = 2;

function mostRequests({ operation, count, settings }: Plan, { pages = 0 }: Prepared): number {
	const { maxAttempts } = settings;
	const lists = MOST_PASSES * (3 * pages + BEYOND * count + 1);
	// An upsert looks for a contact, creates it, is refused, and reads all once more to change it.
	const own = { list: 0, upsert: 5 + lists }[operation.group as string] ?? 1;
	// What changed is asked for before the list.
	return maxAttempts * (count * own + (operation.group === 'list' ? lists + count : lists));
}

/** Milliseconds for clock differences and rounded dates. */
const LEEWAY = 1_100;

/** Requests during a pause that the service asked for, beyond those already in flight. */
function tooEarly(requests: LoggedRequest[], { quietUntil }: Planted, concurrency: number): number {
	const [first] = requests.filter(({ status }) => status === 429);
	if (!first || !quietUntil) return 0;
	const until = quietUntil(first.at) - LEEWAY;
	const during = requests.filter(({ at }) => at > first.at && at < until).length;
	return Math.max(0, during - (concurrency - 1));
}

export function judgeTraffic(
	plan: Plan,
	prepared: Prepared,
	planted: Planted,
	{ requests, took }: Traffic,
): string[] {
	const { settings, limit } = plan;
	const problems: string[] = [];
	const most = mostRequests(plan, prepared);
	if (requests.length > most) problems.push(`sent ${requests.length} requests, not ${most}`);

	const longest = 1000 * Math.max(61, settings.maxRetryTime);
	const bound = (requests.length + plan.count + 5) * longest;
	if (took > bound)
		problems.push(`took ${Math.round(took / 1000)} s for what takes ${bound / 1000} s`);

	const refused = requests.filter(({ status }) => status === 429).length;
	if (limit !== undefined && !planted.breaksLimit && refused > 0) {
		problems.push(`went ${refused} times beyond the limit of ${limit} a minute`);
	}
	const early = tooEarly(requests, planted, settings.concurrency);
	if (early > 0) problems.push(`sent ${early} requests during a pause that the service asked for`);
	return problems;
}

function judgeReadings({ readings = [] }: Prepared, items: ItemReport[]): string[] {
	return readings.flatMap((reading, index) => {
		const { word, output } = items[index];
		const problem = word === 'done' && output ? reading(output) : undefined;
		return problem === undefined ? [] : [`item ${index} ${problem}`];
	});
}

/** Items that failed, although nothing prevented them. */
function givenUp({ targets = [], mayBeRefused }: Prepared, items: ItemReport[]): string[] {
	// Where two items make one record, the service refuses one of them.
	const isShared = targets.some((target) => target.kind === 'made' && target.items.length > 1);
	if (isShared || mayBeRefused) return [];
	const index = items.findIndex(
		({ word, output }) => word !== 'done' && output?.[0]?.outcome !== 'leftOut',
	);
	return index === -1 ? [] : [`item ${index} was given up: ${items[index].text ?? 'unreported'}`];
}

function judgeDryRun(items: ItemReport[], { requests }: Traffic): string[] {
	const sent = requests.filter(({ method }) => method !== 'GET');
	const isReal = ({ word, output = [] }: ItemReport) =>
		word === 'unsure' || output.some(({ dryRun }) => dryRun !== true);
	return [
		...sent.map(({ method, path }) => `a dry run sent ${method} ${path}`),
		...items.filter(isReal).map(({ output }) => `not of a dry run: ${JSON.stringify(output)}`),
	];
}

export function judge(
	plan: Plan,
	prepared: Prepared,
	planted: Planted,
	{ report, traffic, secrets }: { report: Report; traffic: Traffic; secrets: string[] },
): string[] {
	const { items, problems } = report;
	const isLate = planted.late !== undefined;
	const { targets = [], check } = prepared;
	return [
		...problems,
		...(planted.mustPass ? givenUp(prepared, items) : []),
		...targets.flatMap((target) => judgeOutcome(target, items)),
		...(plan.isDry
			? judgeDryRun(items, traffic)
			: [
					...targets.flatMap((target) => judgeTarget(target, items, isLate)),
					...(check?.(report) ?? []),
				]),
		...judgeReadings(prepared, items),
		...judgeTexts(report, secrets),
		...judgeTraffic(plan, prepared, planted, traffic),
	];
}
