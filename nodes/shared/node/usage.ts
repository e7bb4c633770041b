import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Connection } from '../http/connection';
import type { Settlement } from './progress';

/** An option of each operation. */
export const usageOption: INodeProperties = {
	displayName: 'Usage',
	name: 'usage',
	type: 'boolean',
	default: false,
	description:
		'Whether to show the requests of the run, in a hint and in the field _usage of the first output item: how many were sent, retried, refused for the rate limit and are left, and the seconds waited',
};

/**
 * What a run cost.
 * @param connection undefined if the run needed none
 */
export function usageOf(connection?: Connection): IDataObject {
	const { requests = 0, retried = 0, rateLimited = 0, heldBack } = connection?.statistics ?? {};
	const waitedSeconds = Math.round((heldBack?.elapsed ?? 0) / 100) / 10;
	const left = connection?.left();
	return { requests, retried, rateLimited, waitedSeconds, ...(left !== undefined && { left }) };
}

/** Adds it to the first output; an error item must have no other fields. */
export function addToFirst(settlements: Settlement[], usage: IDataObject): void {
	for (const settlement of settlements) {
		if (!('output' in settlement) || settlement.output.length === 0) continue;
		settlement.output[0] = { ...settlement.output[0], _usage: usage };
		return;
	}
}

const counted = (count: unknown): string => {
	const text = (count as number).toLocaleString('en');
	return `${text} ${count === 1 ? 'request' : 'requests'}`;
};

/** The same in a sentence. @param name of the service */
export function usageText(name: string, usage: IDataObject): string {
	const { requests, retried, rateLimited, waitedSeconds, left } = usage;
	const parts = [
		`${counted(requests)} to ${name}`,
		retried ? `${counted(retried)} retried` : '',
		rateLimited ? `${counted(rateLimited)} refused for the rate limit` : '',
		waitedSeconds ? `${String(waitedSeconds)} s waited for the rate limit` : '',
		left === undefined ? '' : `${counted(left)} left before the next wait`,
	];
	return `Usage: ${parts.filter(Boolean).join(', ')}.`;
}
