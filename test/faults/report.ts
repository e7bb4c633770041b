import type { ItemReport } from './ledger/itemReport';
import { type Group, groups } from './operations/operation';

/** The result of a plan. */
export interface PlanResult {
	number: number;
	group?: Group;
	fault?: string;
	plan?: string;
	note: string;
	violations: string[];
	isHanging?: boolean;
	details?: { items?: ItemReport[]; requests: string[] };
}

export const isViolated = ({ violations }: PlanResult): boolean => violations.length > 0;

/** How many plans there are, and in brackets those with a violation. */
const cell = (results: PlanResult[]): string => {
	const violated = results.filter(isViolated).length;
	if (results.length === 0) return '';
	return violated === 0 ? String(results.length) : `${results.length} (**${violated}**)`;
};

const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;

const row = (title: string, results: PlanResult[]): string => {
	const byGroup = groups.map((group) =>
		results.filter((result) => (result.group ?? 'get') === group),
	);
	return line([title, ...[...byGroup, results].map(cell)]);
};

/** The table of faults and groups of operations. */
export function toMarkdown(seed: string, results: PlanResult[]): string {
	const byFault = new Map<string, PlanResult[]>();
	for (const result of results) {
		const { fault = 'unknown' } = result;
		byFault.set(fault, [...(byFault.get(fault) ?? []), result]);
	}
	const faults = [...byFault].sort(([a], [b]) => a.localeCompare(b, 'en'));
	return [
		`${results.length} plans with seed ${seed}, ${results.filter(isViolated).length} with a violation.`,
		'',
		line(['fault', ...groups, 'all']),
		line(['---', ...groups.map(() => '--:'), '--:']),
		...faults.map(([fault, ofFault]) => row(fault, ofFault)),
		row('all', results),
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
