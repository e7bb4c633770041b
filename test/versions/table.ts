import Table from 'cli-table3';
import { checks, type Check, type Version } from './list';
import type { Outcome } from './runChecks';

/** A version, and what came of each check in it. */
export interface Column {
	version: Version;
	outcomes: Record<Check, Outcome>;
}

const isGood = ({ failed }: Outcome): boolean => failed.length === 0;

function cell({ version, outcomes }: Column, check: Check): string {
	const { passed, failed } = outcomes[check];
	if (failed.length > 0) return `FAILED (${failed.length} of ${passed + failed.length})`;
	return version.lacks.includes(check) ? 'not there' : `ok (${passed})`;
}

/** Whether every check is green, or checks that an error names what the version lacks. */
export const isAllGood = (columns: Column[]): boolean =>
	columns.every(({ outcomes }) => Object.values(outcomes).every(isGood));

/** Lays out versions by checks, and below it what failed. */
export function tableOf(columns: Column[]): string {
	const heads = columns.map(({ version }) => `n8n ${version.name}\n(${version.n8n})`);
	const table = new Table({
		head: ['Check', ...heads],
		style: { head: [], border: [], compact: true },
	});
	for (const check of checks) table.push([check, ...columns.map((column) => cell(column, check))]);
	const isMissing = columns.some(({ version }) => version.lacks.length > 0);
	const note = 'not there: n8n has it from 2.20 on; the checks are that the error says so.';
	const failures = columns.flatMap(({ version, outcomes }) =>
		checks.flatMap((check) =>
			outcomes[check].failed.map((why) => `n8n ${version.name}, ${check}: ${why}`),
		),
	);
	return [table.toString(), ...(isMissing ? [note] : []), ...failures].join('\n');
}
