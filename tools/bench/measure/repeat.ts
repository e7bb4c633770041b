/** One who does a job, and measures it. */
export interface Contestant {
	name: string;
	/** Does the job once. @returns what was measured, by column */
	run(): Promise<Record<string, number>>;
}

/**
 * Lets contestants do their job in turns, so that whatever else the machine does meanwhile hits
 * all of them alike. The first turn warms up and is not counted.
 * @returns what was measured, per contestant and run
 */
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
