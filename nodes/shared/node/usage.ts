import type { INodeProperties } from 'n8n-workflow';

import type { Connection } from '../http/connection';
import { countText, type Settlement } from './progress';

/** An option of each operation. */
export const usageOption: INodeProperties = {
	displayName: 'Usage',
	name: 'usage',
	type: 'boolean',
	default: false,
	description:
		'Whether to show the requests of the run, in a hint and in the field _usage of the first output item: how many were sent, retried and refused for the rate limit, how many are left, and the seconds waited',
};

/**
 * What a run cost.
 * @param connection undefined if the run needed none
 */
export function usageOf(connection?: Connection) {
	const { requests = 0, retried = 0, rateLimited = 0, heldBack } = connection?.statistics ?? {};
	const waitedSeconds = Math.round((heldBack?.elapsed ?? 0) / 100) / 10;
	const left = connection?.left();
	return { requests, retried, rateLimited, waitedSeconds, ...(left !== undefined && { left }) };
}

type RunUsage = ReturnType<typeof usageOf>;

/** Adds it to the first output; an error item must have no other fields. */
export function addToFirst(settlements: Settlement[], usage: RunUsage): void {
	for (const settlement of settlements) {
		if (!('output' in settlement) || settlement.output.length === 0) continue;
		settlement.output[0] = { ...settlement.output[0], _usage: usage };
		return;
	}
}

/** The same in a sentence. @param name of the service */
export function usageText(
	name: string,
	{ requests, retried, rateLimited, waitedSeconds, left }: RunUsage,
): string {
	const parts = [
		`${countText(requests, 'request')} to ${name}`,
		retried > 0 && `${countText(retried, 'request')} retried`,
		rateLimited > 0 && `${countText(rateLimited, 'request')} refused for the rate limit`,
		waitedSeconds > 0 && `${waitedSeconds} s waited for the rate limit`,
		left !== undefined && `${countText(left, 'request')} left before the next wait`,
	];
	return `Usage: ${parts.filter(Boolean).join(', ')}.`;
}
