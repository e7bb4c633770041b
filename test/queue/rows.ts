/** Executions of the workflow, and how many rows each has. */
export const EXECUTIONS = 20;
export const ROWS_EACH = 100;

/** A contact that is to be created. */
export interface Row {
	/** Differs from row to row; Corlega takes the same number twice. */
	kvkNumber: string;
	name: string;
}

/** The rows of one execution. */
export interface Batch {
	/** From 0. */
	number: number;
	rows: Row[];
}

/** All rows, by execution. */
export const makeBatches = (): Batch[] =>
	Array.from({ length: EXECUTIONS }, (_, number) => ({
		number,
		rows: Array.from({ length: ROWS_EACH }, (_unused, index) => {
			const row = number * ROWS_EACH + index;
			return { kvkNumber: String(70_000_000 + row), name: `Klant ${row}` };
		}),
	}));
