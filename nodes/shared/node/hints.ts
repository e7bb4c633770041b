import type { NodeExecutionHint } from 'n8n-workflow';

import type { Connection } from '../http/connection';
import { ranges } from './ranges';

/** Waits shorter than this, in milliseconds, need no explanation. */
const NOTICEABLE = 5_000;

const written = (count: number): string => count.toLocaleString('en');

function waitOf({ service: { name }, limit, statistics }: Connection): string[] {
	const waited = statistics.heldBack.elapsed;
	if (waited < NOTICEABLE) return [];
	const seconds = Math.round(waited / 1000);
	if (!limit) return [`Waited ${seconds} s for ${name}, which asked for a pause.`];
	const window = limit.window === 60_000 ? 'a minute' : `in ${limit.window / 1000} s`;
	return [`Waited ${seconds} s for ${name}'s limit of ${limit.requests} requests ${window}.`];
}

/**
 * Explains what happened during a run: long waits, retries, a list that was cut, an API that is
 * on its way out.
 * @param isCutTold n8n tells by itself that a list was cut
 */
export function hintsOf(connection: Connection, isCutTold: boolean): NodeExecutionHint[] {
	const { service, statistics } = connection;
	const { retried, deprecation, cut, warnings } = statistics;
	const messages = [
		...waitOf(connection),
		...(retried > 0
			? [
					`Sent ${written(retried)} ${retried === 1 ? 'request' : 'requests'} more than once, because ${service.name} was busy or out of reach.`,
				]
			: []),
		...(cut.total > cut.returned && !isCutTold
			? [
					`Returned ${written(cut.returned)} of ${written(cut.total)}. Switch on Return All to get all of them.`,
				]
			: []),
		...(deprecation === undefined
			? []
			: [
					`${service.name} says that this version of its API is on its way out (Deprecation: ${deprecation}). Look for a newer version of this node.`,
				]),
		...warnings,
	];
	return messages.map((message) => ({ message, location: 'outputPane' }));
}

/**
 * What looks wrong about items, though it was not refused.
 * @param remarks sentences without their full stop, each with the indexes of its items
 * @param count items of the run
 */
export const remarksOf = (remarks: Map<string, number[]>, count: number): NodeExecutionHint[] =>
	[...remarks].map(([text, indexes]) => {
		const items = indexes.length === 1 ? 'item' : 'items';
		const where = count === 1 ? '' : ` (${items} ${ranges(indexes)})`;
		return { message: `${text}${where}.`, type: 'warning', location: 'outputPane' };
	});
