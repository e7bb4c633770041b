import { type Spread, spreadOf } from './spread';

/** A measurement: of several runs, or one that is the same in every run. */
export type Value = Spread | number | string;

/** A line of a table: who did it, and what it came to, by the name of a column. */
export interface Row {
	name: string;
	values: Record<string, Value>;
}

/** What a measurement must not exceed. */
export interface Target {
	name: string;
	most: number;
	measured: number;
}

/** What a scenario came to. */
export interface ScenarioResult {
	title: string;
	rows: Row[];
	targets: Target[];
}

/** Whether a measurement is that of several runs. */
export const isSpread = (value: Value | undefined): value is Spread => typeof value === 'object';

/** The median of a value in a row. @throws Error where there is none */
export function medianOf(rows: Row[], name: string, column: string): number {
	const value = rows.find((row) => row.name === name)?.values[column];
	if (isSpread(value)) return value.median;
	if (typeof value === 'number') return value;
	throw new Error(`There is no ${column} of ${name}`);
}

/** The highest of a value in a row, of all its runs. @throws Error where there is none */
export function highestOf(rows: Row[], name: string, column: string): number {
	const value = rows.find((row) => row.name === name)?.values[column];
	return isSpread(value) ? value.max : medianOf(rows, name, column);
}

/**
 * Makes a row of what several runs measured. What was the same in every run becomes one number.
 * @param counts columns that count something; the others are spreads in any case
 */
export function rowOf(
	name: string,
	runs: Array<Record<string, number>>,
	counts: string[] = [],
): Row {
	const values: Row['values'] = {};
	for (const column of Object.keys(runs[0])) {
		const measurements = runs.map((run) => run[column]);
		const isSame = measurements.every((value) => value === measurements[0]);
		values[column] = counts.includes(column) && isSame ? measurements[0] : spreadOf(measurements);
	}
	return { name, values };
}
