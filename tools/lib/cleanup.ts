/** What is to be undone when the program ends, however it ends. */
export class Cleanup {
	private readonly steps: Array<() => unknown> = [];

	private readonly controller = new AbortController();

	/** Aborted by Ctrl-C and the like. */
	readonly signal = this.controller.signal;

	/** Fulfilled by Ctrl-C and the like. */
	readonly stopped = new Promise<void>((resolve) => {
		for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(name, () => {
				this.controller.abort();
				resolve();
			});
		}
	});

	/** Adds a step; the last one added is taken first. */
	add(step: () => unknown): void {
		this.steps.push(step);
	}

	/** Takes all steps, each once; one that fails is told and doesn't keep the others back. */
	async run(): Promise<void> {
		for (let step = this.steps.pop(); step; step = this.steps.pop()) {
			try {
				await step();
			} catch (error) {
				console.error(error);
			}
		}
	}
}

/**
 * Runs a program and everything it left to be undone, and sets the exit code.
 * @param program returns whether all went well
 */
export async function runProgram(program: (cleanup: Cleanup) => Promise<boolean>): Promise<void> {
	const cleanup = new Cleanup();
	try {
		const stopped = cleanup.stopped.then(() => true);
		const succeeded = await Promise.race([program(cleanup), stopped]);
		if (!succeeded) process.exitCode = 1;
	} catch (error) {
		if (!cleanup.signal.aborted) console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	} finally {
		await cleanup.run();
	}
	process.exit();
}
