export interface Contestant {
	name: string;
	/** @returns measurements by column */
	run(): Promise<Record<string, number>>;
}

/** Runs contestants alternately, after a warm-up, so that other load hits all alike. */
export async function inTurns(
	contestants: Contestant[],
	runs: number,
): Promise<Map<string, Array<Record<string, number>>>> {
	const measured = new Map(
		contestants.map(({ name }): [string, Array<Record<string, number>>] => [name, []]),
	);
	for (let run = 0; run <= runs; run++) {
		for (const { name, run: measure } of contestants) {
			const result = await measure();
			if (run > 0) measured.get(name)!.push(result);
		}
	}
	return measured;
}
