import type * as Workflow from 'n8n-workflow';

/** Milliseconds that were slept since the last `reset`, each sleep apart. */
export const sleeps: number[] = [];

let ahead = 0;

/** Called with every sleep, e.g. to cancel an execution in the middle of one. */
let onSleep: ((slept: number) => void) | undefined;

/** All that was slept, in milliseconds. */
export const slept = (): number => sleeps.reduce((sum, milliseconds) => sum + milliseconds, 0);

/** Starts again at zero. */
export function resetClock(callback?: (slept: number) => void): void {
	// The clock itself never goes back, as the limiters remember what they saw.
	sleeps.length = 0;
	onSleep = callback;
}

/**
 * n8n-workflow with a clock that jumps ahead instead of sleeping; for
 * `jest.mock('n8n-workflow', () => require('../fakeClock').workflowWithFakeClock())`.
 */
export function workflowWithFakeClock(): typeof Workflow {
	const workflow = jest.requireActual<typeof Workflow>('n8n-workflow');
	// No spies: a test that restores its own must not stop the clock.
	for (const clock of [Date, performance]) {
		const now = clock.now.bind(clock);
		clock.now = () => now() + ahead;
	}
	const sleep = async (milliseconds: number) => {
		sleeps.push(milliseconds);
		ahead += milliseconds;
		onSleep?.(slept());
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { ...workflow, sleep };
}
