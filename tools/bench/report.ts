import Table from 'cli-table3';
import { isSpread, type ScenarioResult, type Target, type Value } from './measure/result';

const isReached = ({ most, measured }: Target): boolean => measured <= most;

/** Whether a scenario missed one of its targets. */
export const isMissed = ({ targets }: ScenarioResult): boolean => !targets.every(isReached);

/** A number with the significant digits. */
function short(value: number): string {
	const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 3;
	return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function show(value: Value | undefined): string {
	if (value === undefined) return '';
	if (typeof value === 'string') return value;
	if (!isSpread(value)) return short(value);
	const { median, min, max } = value;
	return `${short(median)} (${short(min)}–${short(max)})`;
}

/** Writes a table; columns from `firstNumber` on are numbers. */
export type TableWriter = (head: string[], lines: string[][], firstNumber: number) => string;

export const drawnTable: TableWriter = (head, lines, firstNumber) => {
	const colAligns = head.map((_, column) => (column < firstNumber ? 'left' : 'right'));
	const table = new Table({ head, colAligns, style: { head: [], border: [] } });
	table.push(...lines);
	return table.toString();
};

export const markdownTable: TableWriter = (head, lines, firstNumber) => {
	const rule = head.map((_, column) => (column < firstNumber ? '---' : '--:'));
	return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

function rowsTable({ rows }: ScenarioResult, write: TableWriter): string {
	const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
	const lines = rows.map(({ name, values }) => [
		name,
		...columns.map((column) => show(values[column])),
	]);
	return write(['', ...columns], lines, 1);
}

function targetsTable(results: Record<string, ScenarioResult>, write: TableWriter): string {
	const lines = Object.entries(results).flatMap(([number, { targets }]) =>
		targets.map((target) => {
			const verdict = isReached(target) ? 'ok' : 'missed';
			return [number, target.name, verdict, short(target.most), short(target.measured)];
		}),
	);
	return write(['', 'target', '', 'at most', 'measured'], lines, 3);
}

/** @param results by the number of their scenario */
export function tables(results: Record<string, ScenarioResult>, write: TableWriter): string {
	const sections = Object.entries(results).map(
		([number, result]) => `### ${number}. ${result.title}\n\n${rowsTable(result, write)}`,
	);
	return [...sections, `### Targets\n\n${targetsTable(results, write)}`].join('\n\n');
}
