import Table from 'cli-table3';
import { isSpread, type ScenarioResult, type Target, type Value } from './measure/result';

const isReached = ({ most, measured }: Target): boolean => measured <= most;

/** Whether a scenario missed one of its targets. */
export const isMissed = ({ targets }: ScenarioResult): boolean => !targets.every(isReached);

/** A number with as many digits as tell something. */
function short(value: number): string {
	const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 3;
	return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function show(value: Value | undefined): string {
	if (value === undefined) return '';
	if (typeof value === 'string') return value;
	if (!isSpread(value)) return short(value);
	const { median, min, max, runs } = value;
	return runs === 1 ? short(median) : `${short(median)} (${short(min)}–${short(max)})`;
}

const style = { head: [], border: [] };

function rowsTable({ rows }: ScenarioResult): string {
	const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
	const colAligns = ['left' as const, ...columns.map(() => 'right' as const)];
	const table = new Table({ head: ['', ...columns], colAligns, style });
	for (const { name, values } of rows) {
		table.push([name, ...columns.map((column) => show(values[column]))]);
	}
	return table.toString();
}

function targetsTable(results: ScenarioResult[], numbers: string[]): string {
	const head = ['', 'target', 'at most', 'measured', ''];
	const table = new Table({ head, colAligns: ['left', 'left', 'right', 'right'], style });
	results.forEach(({ targets }, index) => {
		for (const target of targets) {
			const { name, most, measured } = target;
			const verdict = isReached(target) ? 'ok' : 'missed';
			table.push([numbers[index], name, short(most), short(measured), verdict]);
		}
	});
	return table.toString();
}

/** Writes results as tables. @param results by the number of their scenario */
export function tables(results: Record<string, ScenarioResult>): string {
	const sections = Object.entries(results).map(
		([number, result]) => `${number}. ${result.title}\n${rowsTable(result)}`,
	);
	const targets = targetsTable(Object.values(results), Object.keys(results));
	return [...sections, targets].join('\n\n');
}
