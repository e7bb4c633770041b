import Table from 'cli-table3';
import { checks, type Check, type Version } from '../../tools/n8n/versions';
import type { Outcome } from './runChecks';
import type { Examples } from './runExamples';

export interface Column {
	version: Version;
	outcomes: Record<Check, Outcome>;
	examples?: Examples;
}

const isGood = ({ failed }: Outcome): boolean => failed.length === 0;

function cell({ version, outcomes }: Column, check: Check): string {
	const { passed, failed } = outcomes[check];
	if (failed.length > 0) return `FAILED (${failed.length} of ${passed + failed.length})`;
	return version.lacks.includes(check) ? 'not there' : `ok (${passed})`;
}

function cellOfExamples({ examples }: Column): string {
	if (!examples) return 'not run';
	return examples.isGood ? 'ok' : 'FAILED';
}

/** Whether every check passed, or checked that an error names what the version lacks. */
export const isAllGood = (columns: Column[]): boolean =>
	columns.every(
		({ outcomes, examples }) => Object.values(outcomes).every(isGood) && examples?.isGood !== false,
	);

/** A table of checks and versions, with the failures below it. */
export function tableOf(columns: Column[]): string {
	const heads = columns.map(({ version }) => `n8n ${version.name}\n(${version.n8n})`);
	const table = new Table({
		head: ['Check', ...heads],
		style: { head: [], border: [], compact: true },
	});
	for (const check of checks) table.push([check, ...columns.map((column) => cell(column, check))]);
	table.push(['Examples in a real n8n', ...columns.map(cellOfExamples)]);
	const isMissing = columns.some(({ version }) => version.lacks.length > 0);
	const note = 'not there: n8n has it from 2.20 on; the checks are that the error says so.';
	const failures = columns.flatMap(({ version, outcomes }) =>
		checks.flatMap((check) =>
			outcomes[check].failed.map((why) => `n8n ${version.name}, ${check}: ${why}`),
		),
	);
	const examples = columns.flatMap(({ version, examples: ran }) =>
		ran ? [`\nThe examples in n8n ${version.name}:\n${ran.output}`] : [],
	);
	return [table.toString(), ...(isMissing ? [note] : []), ...failures, ...examples].join('\n');
}
