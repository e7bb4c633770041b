import type { IDataObject } from 'n8n-workflow';

import { RequestError } from '../service/RequestError';
import { ranges } from './ranges';

/** What an input item came to: its output objects, or an error. */
export type Settlement = { output: IDataObject[] } | { error: unknown };

const items = (indexes: number[]): string =>
	`${indexes.length === 1 ? 'item' : 'items'} ${ranges(indexes)}`;

const isUncertain = (error: unknown): boolean =>
	error instanceof RequestError && error.failure.uncertain === true;

/**
 * What became of the items of a run that has stopped, as sentences: n8n gives out nothing of them.
 * @param settlements by the index of the item
 * @param told index of the item whose error is shown, which says of itself if it may have been created
 * @param isDone whether an output tells that its item went through
 */
export function progressOf(
	settlements: Map<number, Settlement>,
	told: number,
	isDone: (output: IDataObject) => boolean,
): string[] {
	const done: number[] = [];
	const refused: number[] = [];
	const uncertain: number[] = [];
	for (const [index, settlement] of settlements) {
		if ('error' in settlement) {
			if (isUncertain(settlement.error)) uncertain.push(index);
		} else if (settlement.output.every(isDone)) done.push(index);
		else refused.push(index);
	}
	return [
		done.length === 0
			? 'No item was done before this one failed.'
			: `Done before it stopped: ${items(done)}.`,
		...(refused.length > 0 ? [`Refused: ${items(refused)}.`] : []),
		...(uncertain.some((index) => index !== told)
			? [`May have been created: ${items(uncertain)}.`]
			: []),
	];
}
