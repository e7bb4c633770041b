import type { SavedExecution } from '../../e2e/content/saved';
import { outputsOf } from '../../e2e/content/saved';
import { readReport, type Told } from '../../faults/ledger/told';
import type { Batch } from '../rows';
import { RECEIVE, WRITE } from '../workflows';

/** What an execution tells of its rows; an execution that n8n kept nothing of has no batch. */
export interface ExecutionReport {
	execution: SavedExecution;
	batch?: Batch;
	/** By row of the batch. */
	told: Told[];
	/** What n8n says of the execution as a whole, where it failed. */
	error?: string;
	/** What can't be told at all. */
	problems: string[];
}

/** Reads what an execution tells of its rows. */
export function readTold(execution: SavedExecution): ExecutionReport {
	const { runData, error } = execution.content.resultData;
	const [received] = outputsOf(runData[RECEIVE]);
	const batch = (received?.[0]?.json.body ?? undefined) as Batch | undefined;
	const written = runData[WRITE];
	if (!batch || !written) {
		return { execution, told: [], error: error?.message ?? execution.status, problems: [] };
	}
	const report = readReport({ outputs: outputsOf(written), error: undefined }, batch.rows.length, {
		isBulk: false,
		isList: false,
	});
	return { execution, batch, told: report.items, error: error?.message, problems: report.problems };
}
