import { outputsOf, type SavedExecution } from '../../../tools/n8n/content/saved';
import { readReport, type Told } from '../../faults/ledger/told';
import type { Batch } from '../rows';
import { RECEIVE, WRITE } from '../workflows';

/** The report of an execution on its rows. */
export interface ExecutionReport {
	execution: SavedExecution;
	batch?: Batch;
	told?: Told[];
	/** n8n's error, when the whole execution failed. */
	error?: string;
	/** What can't be told at all. */
	problems: string[];
}

export function readTold(execution: SavedExecution): ExecutionReport {
	const { runData, error } = execution.content.resultData;
	const [received] = outputsOf(runData[RECEIVE]);
	const batch = received?.[0]?.json.body as Batch | undefined;
	const written = runData[WRITE];
	const report: ExecutionReport = { execution, batch, error: error?.message, problems: [] };
	if (!batch || !written) return report;
	const { items, problems } = readReport({ outputs: outputsOf(written) }, batch.rows.length, {
		isBulk: false,
		isList: false,
	});
	return { ...report, told: items, problems };
}
