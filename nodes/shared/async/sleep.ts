import { sleep } from 'n8n-workflow';

/** The longest time, in milliseconds, that passes between an abort and the end of a sleep. */
const SLICE = 200;

/**
 * Sleeps. In slices, because a timer of n8n-workflow's `sleep` can't be cleared and n8n Cloud allows
 * no other.
 * @throws the reason of the signal, once it is aborted
 */
export async function abortableSleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
	signal?.throwIfAborted();
	for (let left = milliseconds; left > 0; left -= SLICE) {
		await sleep(Math.min(SLICE, left));
		signal?.throwIfAborted();
	}
}
