import type { Target } from '../operations/operation';
import type { Told } from './told';

const quoted = (index: number, { word, text }: Told): string =>
	`item ${index} is told ${word}${text === undefined ? '' : ` (${text.slice(0, 300)})`}`;

interface Ledger {
	told: Array<{ index: number; told: Told }>;
	done: number[];
}

function ledgerOf({ items }: Target, all: Told[]): Ledger {
	const told = items.map((index) => ({ index, told: all[index] }));
	const done = told.filter((entry) => entry.told.word === 'done').map(({ index }) => index);
	return { told, done };
}

const listed = ({ told }: Ledger): string =>
	told.map((entry) => quoted(entry.index, entry.told)).join('; ');

/** What is reported done is done, and the last such item wins. */
function judgeHolder(holder: number, ledger: Ledger, isLate: boolean): string[] {
	const { told, done } = ledger;
	const last = Math.max(-1, ...done);
	const isOverwritten = done.includes(holder) && holder < last;
	// A write that came late may have come after one that was told done.
	if (last >= 0 && (holder === -1 || (holder < last && !(isLate && !isOverwritten)))) {
		return [`told done, but the record has the value of item ${holder}: ${listed(ledger)}`];
	}
	const refused = told.find((entry) => entry.index === holder && entry.told.word === 'refused');
	return refused ? [`told refused, but the record has its value: ${listed(ledger)}`] : [];
}

function judgeMade(count: number, ledger: Ledger): string[] {
	const { told, done } = ledger;
	if (count > 1) return [`there ${count} times: ${listed(ledger)}`];
	if (count === 0) return done.length > 0 ? [`told done, not there: ${listed(ledger)}`] : [];
	const isTold = told.some((entry) => ['done', 'unsure'].includes(entry.told.word));
	return isTold ? [] : [`there, but not told so: ${listed(ledger)}`];
}

function judgeGone(isGone: boolean, ledger: Ledger): string[] {
	const { told, done } = ledger;
	if (!isGone && done.length > 0) return [`told done, not done: ${listed(ledger)}`];
	const refused = told.some((entry) => entry.told.word === 'refused');
	return isGone && refused && done.length === 0
		? [`told refused, but done: ${listed(ledger)}`]
		: [];
}

/**
 * Compares the reports on a record with what the service holds.
 * @param isLate requests may have been processed after their items were reported
 */
export function judgeTarget(target: Target, all: Told[], isLate: boolean): string[] {
	const ledger = ledgerOf(target, all);
	if (target.kind === 'gone') return judgeGone(target.isGone(), ledger);
	if (target.kind === 'changed') return judgeHolder(target.holder(), ledger, isLate);
	const count = target.count();
	const made = judgeMade(count, ledger);
	if (made.length > 0 || count === 0 || !target.holder) return made;
	return judgeHolder(target.holder(), ledger, isLate);
}
