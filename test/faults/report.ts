import type { ItemReport } from './ledger/itemReport';
import { type Group, groups } from './operations/operation';

/** The result of a plan. */
export interface PlanResult {
	number: number;
	operation?: string;
	group?: Group;
	fault?: string;
	plan?: string;
	note: string;
	violations: string[];
	isHanging?: boolean;
	took: number;
	details?: { items?: ItemReport[]; requests: string[] };
}

interface Tally {
	plans: number;
	violations: number;
}

/** The results of a run, as JSON. */
export interface Summary {
	seed: string;
	plans: number;
	violated: number;
	/** By fault, then by group of operations. */
	faults: Record<string, Partial<Record<Group, Tally>>>;
	operations: Record<string, Tally>;
	violations: PlanResult[];
}

function count(tallies: Record<string, Tally>, key: string, { violations }: PlanResult): void {
	const tally = (tallies[key] ??= { plans: 0, violations: 0 });
	tally.plans++;
	if (violations.length > 0) tally.violations++;
}

export function summarize(seed: string, results: PlanResult[]): Summary {
	const sorted = [...results].sort((a, b) => a.number - b.number);
	const violations = sorted.filter((result) => result.violations.length > 0);
	const summary: Summary = {
		seed,
		plans: results.length,
		violated: violations.length,
		faults: {},
		operations: {},
		violations,
	};
	for (const result of sorted) {
		const { fault = 'unknown', group = 'get', operation = 'unknown' } = result;
		count((summary.faults[fault] ??= {}) as Record<string, Tally>, group, result);
		count(summary.operations, operation, result);
	}
	return summary;
}

const cell = (tally?: Tally): string => {
	if (!tally) return '';
	return tally.violations === 0 ? String(tally.plans) : `${tally.plans} (**${tally.violations}**)`;
};

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

const sum = (tallies: Array<Tally | undefined>): Tally => ({
	plans: tallies.reduce((all, tally) => all + (tally?.plans ?? 0), 0),
	violations: tallies.reduce((all, tally) => all + (tally?.violations ?? 0), 0),
});

/** The table of faults and operations: plans, and in brackets those with a violation. */
export function toMarkdown({ seed, plans, violated, faults }: Summary): string {
	const rows = Object.entries(faults).sort(([a], [b]) => a.localeCompare(b, 'en'));
	const lines = rows.map(([fault, tallies]) =>
		row([
			fault,
			...groups.map((group) => cell(tallies[group])),
			cell(sum(groups.map((group) => tallies[group]))),
		]),
	);
	const totals = groups.map((group) => sum(rows.map(([, tallies]) => tallies[group])));
	return [
		`${plans} plans with seed ${seed}, ${violated} with a violation.`,
		'',
		row(['fault', ...groups, 'all']),
		row(['---', ...groups.map(() => '--:'), '--:']),
		...lines,
		row(['all', ...totals.map(cell), cell(sum(totals))]),
	].join('\n');
}

export function describeResult(seed: string, result: PlanResult): string {
	const { number, plan, note, violations, details } = result;
	return [
		`plan ${number} (--seed ${seed} --plan ${number}): ${plan ?? 'unknown'}`,
		...(note ? [`  on purpose: ${note}`] : []),
		...violations.map((violation) => `  ${violation}`),
		...(details ? [JSON.stringify(details, null, '\t')] : []),
	].join('\n');
}
