import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until there is something, or a condition holds; it looks four times a second.
 * @throws Error after the seconds
 */
export async function until<Found>(
	what: string,
	find: () => Promise<Found> | Found,
	{ seconds, signal }: { seconds: number; signal?: AbortSignal },
): Promise<NonNullable<Found>> {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const found = await find();
		if (found) return found;
		if (Date.now() > deadline) throw new Error(`Waited ${seconds} s for ${what}`);
		await sleep(250, undefined, { signal });
	}
}
