import { sleep } from 'n8n-workflow';

/** The longest time, in milliseconds, that passes between a cancellation and the end of a wait. */
const SLICE = 200;

/**
 * Waits, and ends at once when the execution is cancelled. Slices, because a timer of
 * n8n-workflow's `sleep` can't be cleared and n8n Cloud allows no other.
 * @param milliseconds how long
 * @param isCancelled asked before each slice
 * @returns false when the wait was cut short by a cancellation
 */
export async function wait(milliseconds: number, isCancelled: () => boolean): Promise<boolean> {
	let left = milliseconds;
	while (left > 0) {
		if (isCancelled()) return false;
		const slice = Math.min(SLICE, left);
		await sleep(slice);
		left -= slice;
	}
	return !isCancelled();
}
