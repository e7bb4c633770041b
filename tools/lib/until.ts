import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for a condition, checked four times a second. @throws Error after the seconds */
export async function until(
	what: string,
	isSo: () => Promise<boolean> | boolean,
	{ seconds, signal }: { seconds: number; signal?: AbortSignal },
): Promise<void> {
	const deadline = Date.now() + seconds * 1000;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error(`Waited ${seconds} s for ${what}`);
		await sleep(250, undefined, { signal });
	}
}
