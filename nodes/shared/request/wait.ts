import { sleep } from 'n8n-workflow';

/** The longest time, in milliseconds, that passes between an abort and the end of a wait. */
const SLICE = 200;

/**
 * Waits, and ends when it is aborted. Slices, because a timer of n8n-workflow's `sleep` can't be
 * cleared and n8n Cloud allows no other.
 * @param milliseconds how long
 * @returns false when the wait was cut short
 */
export async function wait(milliseconds: number, signal?: AbortSignal): Promise<boolean> {
	let left = milliseconds;
	while (left > 0 && !signal?.aborted) {
		const slice = Math.min(SLICE, left);
		await sleep(slice);
		left -= slice;
	}
	return !signal?.aborted;
}
