import { outputsOf, type SavedExecution } from '../../../tools/n8n/content/saved';
import { readReport, type ItemReport } from '../../faults/ledger/itemReport';
import type { Batch, Row } from '../rows';
import { RECEIVE, RUN_FIELD, WRITE } from '../workflows';

/** The report of an execution on its rows. */
export interface ExecutionReport {
	execution: SavedExecution;
	batch?: Batch;
	reported?: ItemReport[];
	/** n8n's error, when the whole execution failed. */
	error?: string;
	/** What can't be reported at all. */
	problems: string[];
}

export function readTold(execution: SavedExecution): ExecutionReport {
	const { runData, error } = execution.content.resultData;
	const [received] = outputsOf(runData[RECEIVE]);
	const batch = received?.[0]?.json.body as Batch | undefined;
	const written = runData[WRITE];
	const report: ExecutionReport = { execution, batch, error: error?.message, problems: [] };
	if (!batch || !written) return report;
	const { items, problems } = readReport({ outputs: outputsOf(written) }, batch.rows.length);
	return { ...report, reported: items, problems };
}

export interface Contact {
	id: string;
	kvkNumber?: unknown;
	[RUN_FIELD]?: unknown;
}

interface Fate {
	row: Row;
	/** Undefined when n8n saved no output of its execution. */
	reported?: ItemReport;
	contacts: Contact[];
}

/** Numbers of rows unless noted. */
export interface Ledger {
	rows: number;
	created: number;
	done: number;
	unsure: number;
	/** Unsure rows that were created. */
	unsureCreated: number;
	failed: number;
	/** Failed because of 429. */
	givenUp: number;
	twice: number;
	/** Created again in another run of the same rows. */
	again: number;
	/** Of executions without saved output. */
	forgotten: number;
	forgottenCreated: number;
	/** False reports. */
	lies: string[];
	/** Batches to run again, with the rows that were not reported done. */
	open: Batch[];
}

export function tally(values: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

const isGivenUp = ({ text = '' }: ItemReport): boolean => /HTTP 429|rate limiting/.test(text);

/** What is false in the report on a row. */
function lieOf({ row, reported, contacts }: Fate): string | undefined {
	if (!reported || reported.word === 'unsure') return undefined;
	const said = `${row.name} is reported ${reported.word}${reported.text ? ` (${reported.text})` : ''}`;
	if (reported.word === 'done') {
		const id = reported.output?.[0]?.id;
		return contacts.some((contact) => contact.id === id) ? undefined : `${said}, not there`;
	}
	if (reported.word === 'failed') return contacts.length > 0 ? `${said}, but created` : undefined;
	return said;
}

/** Compares the executions' reports with the contacts of the service. */
export function makeLedger(
	batches: Batch[],
	reports: ExecutionReport[],
	contacts: readonly Contact[],
): Ledger {
	const reportOf = new Map<string, ItemReport>();
	for (const { batch, reported } of reports) {
		reported?.forEach((one, index) => reportOf.set(batch!.rows[index].kvkNumber, one));
	}
	const contactsOf = new Map<unknown, Contact[]>();
	for (const contact of contacts) {
		contactsOf.set(contact.kvkNumber, [...(contactsOf.get(contact.kvkNumber) ?? []), contact]);
	}
	const fateOf = (row: Row): Fate => ({
		row,
		reported: reportOf.get(row.kvkNumber),
		contacts: contactsOf.get(row.kvkNumber) ?? [],
	});
	const fates = batches.flatMap(({ rows }) => rows.map(fateOf));
	const reported = (word: ItemReport['word'] | undefined) =>
		fates.filter((fate) => fate.reported?.word === word);
	const isThere = (fate: Fate) => fate.contacts.length > 0;
	const runsOf = (fate: Fate) => tally(fate.contacts.map((contact) => String(contact[RUN_FIELD])));

	const open = batches.map((batch) => ({
		...batch,
		rows: batch.rows.filter(({ kvkNumber }) => reportOf.get(kvkNumber)?.word !== 'done'),
	}));
	return {
		rows: fates.length,
		created: contacts.length,
		done: reported('done').length,
		unsure: reported('unsure').length,
		unsureCreated: reported('unsure').filter(isThere).length,
		failed: reported('failed').length,
		givenUp: reported('failed').filter((fate) => isGivenUp(fate.reported!)).length,
		twice: fates.filter((fate) => [...runsOf(fate).values()].some((count) => count > 1)).length,
		again: fates.filter((fate) => runsOf(fate).size > 1).length,
		forgotten: reported(undefined).length,
		forgottenCreated: reported(undefined).filter(isThere).length,
		lies: [
			...fates.flatMap((fate) => lieOf(fate) ?? []),
			...reports.flatMap(({ execution, problems }) =>
				problems.map((problem) => `execution ${execution.id}: ${problem}`),
			),
		],
		open: open.filter(({ rows }) => rows.length > 0),
	};
}
