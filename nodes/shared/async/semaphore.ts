/** Bounds how many tasks are in flight at the same time; first come, first served. */
export class Semaphore {
	private inFlight = 0;

	private readonly waiting: Array<{ concurrency: number; start: () => void }> = [];

	/** @param concurrency how many may be in flight once this one has started, itself counted */
	async run<T>(concurrency: number, task: () => Promise<T>): Promise<T> {
		if (this.waiting.length > 0 || this.inFlight >= concurrency) {
			await new Promise<void>((start) => this.waiting.push({ concurrency, start }));
		} else {
			this.inFlight++;
		}
		try {
			return await task();
		} finally {
			this.inFlight--;
			this.startNext();
		}
	}

	private startNext(): void {
		while (this.waiting.length > 0 && this.inFlight < this.waiting[0].concurrency) {
			this.inFlight++;
			this.waiting.shift()!.start();
		}
	}
}
