export interface Spread {
	median: number;
	min: number;
	max: number;
	runs: number;
}

/** Summarizes the measurements of several runs. */
export function spreadOf(measurements: number[]): Spread {
	const sorted = [...measurements].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const median =
		sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	return { median, min: sorted[0], max: sorted[sorted.length - 1], runs: sorted.length };
}
