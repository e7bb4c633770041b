/** Lets a bounded number of requests be under way at the same time, first come, first served. */
export class Gate {
	private underWay = 0;

	private readonly waiting: Array<{ bound: number; open: () => void }> = [];

	/** @param bound how many may be under way when this one starts, itself counted */
	async pass<T>(bound: number, request: () => Promise<T>): Promise<T> {
		if (this.waiting.length > 0 || this.underWay >= bound) {
			await new Promise<void>((open) => this.waiting.push({ bound, open }));
		} else {
			this.underWay++;
		}
		try {
			return await request();
		} finally {
			this.underWay--;
			this.openNext();
		}
	}

	private openNext(): void {
		while (this.waiting.length > 0 && this.underWay < this.waiting[0].bound) {
			this.underWay++;
			this.waiting.shift()!.open();
		}
	}
}
