import { type Batch, type Row } from '../rows';
import type { Contact, Ledger } from './ledger';
import { tally } from './ledger';
import type { Repeat } from './report';
import type { ExecutionReport } from './told';

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
	const told = reports.flatMap((report) => report.told ?? []);
	const outcomes = told.map(({ word, output }) => String(output?.[0]?.outcome ?? word));
	return {
		rows: open.reduce((sum, batch) => sum + batch.rows.length, 0),
		outcomes: Object.fromEntries(tally(outcomes)),
		once: rows.length - wrong.length,
		notOnce: wrong.map((row) => `${row.name} is there ${countOf(row)} times`),
	};
}
