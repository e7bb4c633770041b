/** What to undo when the program ends, however it ends. */
export class Cleanup {
	private readonly steps: Array<() => unknown> = [];
	private readonly controller = new AbortController();

	/** Aborted by Ctrl-C and similar. */
	readonly signal = this.controller.signal;

	/** Resolved by Ctrl-C and similar. */
	readonly stopped = new Promise<void>((resolve) => {
		for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(name, () => {
				this.controller.abort();
				resolve();
			});
		}
	});

	add(step: () => unknown): void {
		this.steps.push(step);
	}

	/** Runs all steps once, the last one first; errors are only printed. */
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

/** Runs a program and its cleanup, and sets the exit code. @param program returns its success */
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
