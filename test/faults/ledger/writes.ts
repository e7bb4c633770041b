import type { Target } from '../operations/operation';
import type { ItemReport } from './itemReport';

const quoted = (index: number, { word, text }: ItemReport): string =>
	`item ${index} is reported ${word}${text === undefined ? '' : ` (${text.slice(0, 300)})`}`;

interface Ledger {
	reported: Array<{ index: number; reported: ItemReport }>;
	done: number[];
}

function ledgerOf({ items }: Target, all: ItemReport[]): Ledger {
	const reported = items.map((index) => ({ index, reported: all[index] }));
	const done = reported.filter((entry) => entry.reported.word === 'done').map(({ index }) => index);
	return { reported, done };
}

const listed = ({ reported }: Ledger): string =>
	reported.map((entry) => quoted(entry.index, entry.reported)).join('; ');

/** What is reported done is done, and the last such item wins. */
function judgeHolder(holder: number, ledger: Ledger, isLate: boolean): string[] {
	const { reported, done } = ledger;
	const last = Math.max(-1, ...done);
	const isOverwritten = done.includes(holder) && holder < last;
	// A write that came late may have come after one that was reported done.
	if (last >= 0 && (holder === -1 || (holder < last && !(isLate && !isOverwritten)))) {
		return [`reported done, but the record has the value of item ${holder}: ${listed(ledger)}`];
	}
	const refused = reported.find(
		(entry) => entry.index === holder && entry.reported.word === 'refused',
	);
	return refused ? [`reported refused, but the record has its value: ${listed(ledger)}`] : [];
}

function judgeMade(count: number, ledger: Ledger): string[] {
	const { reported, done } = ledger;
	if (count > 1) return [`there ${count} times: ${listed(ledger)}`];
	if (count === 0) return done.length > 0 ? [`reported done, not there: ${listed(ledger)}`] : [];
	const isTold = reported.some((entry) => ['done', 'unsure'].includes(entry.reported.word));
	return isTold ? [] : [`there, but not reported so: ${listed(ledger)}`];
}

/** Equal records, one for each item: as many are there as are reported done, and maybe the unsure ones. */
function judgeOwn(count: number, ledger: Ledger): string[] {
	const done = ledger.done.length;
	const unsure = ledger.reported.filter((entry) => entry.reported.word === 'unsure').length;
	if (count >= done && count <= done + unsure) return [];
	return [`there ${count} times, with ${done} done and ${unsure} unsure: ${listed(ledger)}`];
}

function judgeGone(isGone: boolean, ledger: Ledger): string[] {
	const { reported, done } = ledger;
	if (!isGone && done.length > 0) return [`reported done, not done: ${listed(ledger)}`];
	const refused = reported.some((entry) => entry.reported.word === 'refused');
	return isGone && refused && done.length === 0
		? [`reported refused, but done: ${listed(ledger)}`]
		: [];
}

/** Whether an output says what becomes of its item, in a dry run too. */
export const judgeOutcome = ({ kind, outcome, items }: Target, all: ItemReport[]): string[] =>
	items.flatMap((index) => {
		const { word, output: [said] = [] } = all[index];
		const isLeftOut = kind === 'leftOut';
		const isOther = !isLeftOut && outcome && word === 'done' && said?.outcome !== outcome;
		if (!said || ((said.outcome === 'leftOut') === isLeftOut && !isOther)) return [];
		return [`item ${index} is ${outcome ?? kind}, but says ${JSON.stringify(said)}`];
	});

/**
 * Compares the reports on a record with what the service holds.
 * @param isLate requests may have been processed after their items were reported
 */
export function judgeTarget(target: Target, all: ItemReport[], isLate: boolean): string[] {
	const ledger = ledgerOf(target, all);
	if (target.kind === 'gone') return judgeGone(target.isGone(), ledger);
	if (target.kind === 'leftOut')
		return target.isAdded() ? [`opted out, but written: ${listed(ledger)}`] : [];
	if (target.kind === 'changed') return judgeHolder(target.holder(), ledger, isLate);
	const count = target.count();
	if (target.isOwn) return judgeOwn(count, ledger);
	const made = judgeMade(count, ledger);
	if (made.length > 0 || count === 0 || !target.holder) return made;
	return judgeHolder(target.holder(), ledger, isLate);
}
