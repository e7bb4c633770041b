/** Executions of the workflow, and rows of each. */
export const EXECUTIONS = 20;
export const ROWS_EACH = 100;

export interface Row {
	/** Unique; Corlega itself accepts a number twice. */
	kvkNumber: string;
	name: string;
}

/** The rows of one execution. */
export interface Batch {
	number: number;
	rows: Row[];
}

export const makeBatches = (): Batch[] =>
	Array.from({ length: EXECUTIONS }, (_, number) => ({
		number,
		rows: Array.from({ length: ROWS_EACH }, (_unused, index) => {
			const row = number * ROWS_EACH + index;
			return { kvkNumber: String(70_000_000 + row), name: `Klant ${row}` };
		}),
	}));
