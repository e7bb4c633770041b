import type { Batch, Row } from '../rows';
import { type Contact, type ExecutionReport, type Ledger, tally } from './ledger';

/** The result of running the open rows again. */
export function readRepeat(
	batches: Batch[],
	{ open }: Ledger,
	reports: ExecutionReport[],
	contacts: readonly Contact[],
): Repeat {
	const counts = tally(contacts.map(({ kvkNumber }) => String(kvkNumber)));
	const countOf = ({ kvkNumber }: Row) => counts.get(kvkNumber) ?? 0;
	const rows = batches.flatMap((batch) => batch.rows);
	const wrong = rows.filter((row) => countOf(row) !== 1);
	const reported = reports.flatMap((report) => report.reported ?? []);
	const outcomes = reported.map(({ word, output }) => String(output?.[0]?.outcome ?? word));
	return {
		rows: open.reduce((sum, batch) => sum + batch.rows.length, 0),
		outcomes: Object.fromEntries(tally(outcomes)),
		once: rows.length - wrong.length,
		notOnce: wrong.map((row) => `${row.name} is there ${countOf(row)} times`),
	};
}

export interface Outcome {
	ledger: Ledger;
	lost: ExecutionReport[];
	/** Executions that the killed worker had not finished, by its log. */
	killed: string[];
	killedAt?: number;
	/** Creates that had arrived by then. */
	killedAfter: number;
	refused: number;
	/** The result of running the open rows again with Create or Update. */
	repeat: Repeat;
	seconds: number;
}

export interface Repeat {
	rows: number;
	/** By reported outcome. */
	outcomes: Record<string, number>;
	/** Rows that exist once. */
	once: number;
	notOnce: string[];
}

const number = (count: number): string => count.toLocaleString('en');

/** Seconds from the kill until n8n reported each failed execution. */
const secondsUntilTold = ({ lost, killedAt = 0 }: Outcome): number[] =>
	lost.map(({ execution }) =>
		Math.round((Date.parse(execution.stoppedAt ?? execution.startedAt) - killedAt) / 1000),
	);

const distinct = (values: string[]): string => [...new Set(values)].join(' / ');

/** The ledger as a table in Markdown. */
export function toMarkdown(outcome: Outcome): string {
	const { ledger, lost, killed, killedAfter, refused, repeat, seconds } = outcome;
	const late = secondsUntilTold(outcome);
	const outcomes = Object.entries(repeat.outcomes).map(([name, count]) => `${count} ${name}`);
	const lines: Array<[string, number | string]> = [
		['rows', ledger.rows],
		['creates that had arrived when the worker was killed', killedAfter],
		['created, before anything was run again', ledger.created],
		['reported done', ledger.done],
		['reported as maybe created', ledger.unsure],
		['of these created', ledger.unsureCreated],
		['reported failed', ledger.failed],
		['given up because of 429', ledger.givenUp],
		['created twice by the node', ledger.twice],
		['created again by n8n, which ran the execution again', ledger.again],
		['false reports', ledger.lies.length],
		['executions of the killed worker', killed.length],
		['executions of which n8n kept no output', lost.length],
		['of these, n8n kept what came in', lost.filter(({ batch }) => batch).length],
		['their rows', ledger.forgotten],
		['of these created', ledger.forgottenCreated],
		['requests refused with 429', refused],
		['run again with Create or Update', repeat.rows],
		['what it did', outcomes.join(', ')],
		['rows that are there once after that', repeat.once],
	];
	const rows = lines.map(
		([what, count]) => `| ${what} | ${typeof count === 'number' ? number(count) : count} |`,
	);
	const said = lost.map(({ execution, error = '' }) => `${execution.status}: ${error}`);
	return [
		'| | |',
		'| --- | --: |',
		...rows,
		'',
		`n8n says of the lost executions, ${Math.min(...late)} to ${Math.max(...late)} s after the worker was killed: ${distinct(said)}`,
		`It took ${number(seconds)} s.`,
	].join('\n');
}

/** The failed checks. */
export function problemsOf(outcome: Outcome): string[] {
	const { ledger, lost, killed, killedAt, repeat } = outcome;
	const strangers = lost.filter(({ execution }) => !killed.includes(execution.id));
	const checks: Array<[boolean, string]> = [
		[ledger.twice > 0, `${ledger.twice} rows were created twice by the node`],
		[ledger.again > 0, `${ledger.again} rows were created again by n8n`],
		[ledger.givenUp > 0, `${ledger.givenUp} rows were given up because of 429`],
		[killedAt === undefined, 'no worker was killed'],
		[lost.length === 0, 'the worker was killed while it ran nothing'],
		[strangers.length > 0, 'n8n kept no output of executions that another worker ran'],
		...repeat.notOnce.map((row): [boolean, string] => [true, `after all, ${row}`]),
	];
	return [...ledger.lies, ...checks.filter(([isSo]) => isSo).map(([, problem]) => problem)];
}
