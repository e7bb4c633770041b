import type { IDataObject } from 'n8n-workflow';

import { isUnsure } from '../service/unsureCreate';

/** What an input item came to: its output objects, which other items may share, or an error. */
export type Settlement =
	| { output: IDataObject[]; items: number[] }
	| { error: unknown; item: number };

/** Writes numbers short: `0-11, 13`. */
export function ranges(numbers: number[]): string {
	const runs: Array<[first: number, last: number]> = [];
	for (const number of [...numbers].sort((a, b) => a - b)) {
		const run = runs.at(-1);
		if (run && run[1] === number - 1) run[1] = number;
		else runs.push([number, number]);
	}
	return runs.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(', ');
}

/** E.g. `1,200`. */
export const written = (count: number): string => count.toLocaleString('en');

/** E.g. `1 request`, `1,200 requests`. */
export const countText = (count: number, noun: string): string =>
	`${written(count)} ${noun}${count === 1 ? '' : 's'}`;

/** E.g. `item 3`, `items 0-11, 13`. */
export const itemsText = (indexes: number[]): string =>
	`${indexes.length === 1 ? 'item' : 'items'} ${ranges(indexes)}`;

/**
 * Reports in sentences what happened to the items of a run that stopped: n8n outputs none of them.
 * @param settlements by the index of the item; the first counts
 * @param shown index of the item whose error is shown, which itself says if it may have been created
 * @param isDone whether an output says that its item succeeded
 */
export function progressOf(
	settlements: Map<number, Settlement[]>,
	shown: number,
	isDone: (output: IDataObject) => boolean = () => true,
): string[] {
	const done: number[] = [];
	const refused: number[] = [];
	const uncertain: number[] = [];
	for (const [index, [settlement]] of settlements) {
		if ('output' in settlement) (settlement.output.every(isDone) ? done : refused).push(index);
		else if (isUnsure(settlement.error)) uncertain.push(index);
	}
	const hasHidden = uncertain.some((index) => index !== shown);
	const sentences = [
		done.length > 0 && `Done before it stopped: ${itemsText(done)}.`,
		done.length === 0 && 'No item was done before this one failed.',
		refused.length > 0 && `Refused: ${itemsText(refused)}.`,
		hasHidden && `May have been created: ${itemsText(uncertain)}.`,
	];
	return sentences.filter((sentence) => sentence !== false);
}
