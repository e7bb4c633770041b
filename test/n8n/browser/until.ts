import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Repeats an assertion until it holds: the editor draws a little later than it is clicked.
 * @throws what the assertion threw last, after 5 s
 */
export async function until(assertion: () => Promise<void>): Promise<void> {
	const deadline = Date.now() + 5000;
	for (;;) {
		try {
			return await assertion();
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await sleep(50);
		}
	}
}
