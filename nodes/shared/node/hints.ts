import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';

import type { Connection } from '../http/connection';
import { countText, itemsText, written } from './progress';

/** Milliseconds; a shorter wait needs no explanation. */
const NOTICEABLE = 5_000;

function waitText({ service: { name }, limit, statistics }: Connection): string {
	const seconds = Math.round(statistics.heldBack.elapsed / 1000);
	if (!limit) return `Waited ${seconds} s for ${name}, which asked for a pause.`;
	const window = limit.window === 60_000 ? 'a minute' : `in ${limit.window / 1000} s`;
	return `Waited ${seconds} s for ${name}'s limit of ${limit.requests} requests ${window}.`;
}

/**
 * Explains what happened during a run: long waits, retries, a list that was cut, an API that is
 * deprecated.
 * @param mentionsCut whether to mention a list that was cut, because n8n doesn't
 */
export function explainRun(connection: Connection, mentionsCut: boolean): string[] {
	const { service, credentials, statistics } = connection;
	const { heldBack, retried, deprecation, cut, searched } = statistics;
	const records = [...searched.pages.values()].reduce((sum, count) => sum + count, 0);
	const sentences = [
		heldBack.elapsed >= NOTICEABLE && waitText(connection),
		retried > 0 &&
			`Retried ${countText(retried, 'request')}, because ${service.name} was busy or unreachable.`,
		mentionsCut &&
			cut.total > cut.returned &&
			`Returned ${written(cut.returned)} of ${written(cut.total)}. Switch on Return All to get all of them.`,
		searched.pages.size > 0 &&
			`Read ${countText(searched.pages.size, 'page')} with ${countText(records, 'record')}, and found ${written(searched.found)} that match.`,
		deprecation !== undefined &&
			`${service.name} is phasing out this version of its API (Deprecation: ${deprecation}). Look for a newer version of this node.`,
		...(service.warn?.(credentials) ?? []),
	];
	return sentences.filter((sentence) => sentence !== false);
}

/**
 * Counts outputs by a field, e.g. `2 created, 1 unchanged.`
 * @param words for the values, in their order
 * @returns one sentence, or none
 */
export function countsOf(
	outputs: IDataObject[],
	field: string,
	words: Record<string, string> = {},
): string[] {
	const first = ['created', 'updated', ...Object.keys(words)];
	const counts = new Map(first.map((value) => [value, 0]));
	for (const output of outputs) {
		const value = String(output[field]);
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	const texts = [...counts]
		.filter(([, count]) => count > 0)
		.map(([value, count]) => `${written(count)} ${words[value] ?? value}`);
	return texts.length > 0 ? [`${texts.join(', ')}.`] : [];
}

/**
 * Returns a warning for each remark about items.
 * @param remarks sentences without their full stop, each with the indexes of its items
 * @param count items of the run
 */
export const remarksOf = (remarks: Map<string, number[]>, count: number): NodeExecutionHint[] =>
	[...remarks].map(([text, indexes]) => {
		const where = count === 1 ? '' : ` (${itemsText(indexes)})`;
		return { message: `${text}${where}.`, type: 'warning', location: 'outputPane' };
	});
