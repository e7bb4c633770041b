export interface Spread {
	median: number;
	min: number;
	max: number;
	runs: number;
}

/** Summarizes the measurements of several runs. */
function spreadOf(measurements: number[]): Spread {
	const sorted = [...measurements].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const median =
		sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	return { median, min: sorted[0], max: sorted[sorted.length - 1], runs: sorted.length };
}

/** Of several runs, or the same in every run. */
export type Value = Spread | number | string;

export interface Row {
	name: string;
	values: Record<string, Value>;
}

export interface Target {
	name: string;
	most: number;
	measured: number;
}

export interface ScenarioResult {
	title: string;
	rows: Row[];
	targets: Target[];
}

export const isSpread = (value: Value | undefined): value is Spread => typeof value === 'object';

/** @throws Error when there is none */
export function medianOf(rows: Row[], name: string, column: string): number {
	const value = rows.find((row) => row.name === name)?.values[column];
	if (isSpread(value)) return value.median;
	if (typeof value === 'number') return value;
	throw new Error(`There is no ${column} of ${name}`);
}

/** The maximum of all runs. @throws Error when there is none */
export function highestOf(rows: Row[], name: string, column: string): number {
	const value = rows.find((row) => row.name === name)?.values[column];
	return isSpread(value) ? value.max : medianOf(rows, name, column);
}

/** Makes a row of several runs; what is the same in all of them becomes one number. */
export function rowOf(name: string, runs: Array<Record<string, number>>): Row {
	const values: Row['values'] = {};
	for (const column of Object.keys(runs[0])) {
		const measurements = runs.map((run) => run[column]);
		const isSame = measurements.every((value) => value === measurements[0]);
		values[column] = isSame ? measurements[0] : spreadOf(measurements);
	}
	return { name, values };
}
