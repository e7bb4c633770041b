import { type Row, rowOf } from './result';

export interface Contestant {
	name: string;
	/** @returns measurements by column */
	run(): Promise<Record<string, number>>;
}

/** Runs contestants alternately, after a warm-up, so that other load hits all alike. */
export async function inTurns(contestants: Contestant[], runs: number): Promise<Row[]> {
	const measured = contestants.map((): Array<Record<string, number>> => []);
	for (let run = 0; run <= runs; run++) {
		for (const [index, contestant] of contestants.entries()) {
			const result = await contestant.run();
			if (run > 0) measured[index].push(result);
		}
	}
	return contestants.map(({ name }, index) => rowOf(name, measured[index]));
}
