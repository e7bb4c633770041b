/** Writes numbers short: `0-11, 13`. */
export function ranges(numbers: number[]): string {
	const runs: Array<[first: number, last: number]> = [];
	for (const number of [...numbers].sort((a, b) => a - b)) {
		const run = runs.at(-1);
		if (run && run[1] === number - 1) run[1] = number;
		else runs.push([number, number]);
	}
	return runs.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(', ');
}
