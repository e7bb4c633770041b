/** Waiters in the order they came, per owner; owners take turns. */
export class FairQueue<Owner extends object, Waiter> {
	/** Owners with at least one waiter each; the first one's turn is next. */
	private readonly waiters = new Map<Owner, Waiter[]>();

	get isEmpty(): boolean {
		return this.waiters.size === 0;
	}

	has(owner: Owner): boolean {
		return this.waiters.has(owner);
	}

	add(owner: Owner, waiter: Waiter): void {
		const waiting = this.waiters.get(owner);
		if (waiting) waiting.push(waiter);
		else this.waiters.set(owner, [waiter]);
	}

	/** Takes out the waiter whose turn it is. There must be one. */
	next(): { owner: Owner; waiter: Waiter } {
		const [[owner, waiting]] = this.waiters;
		const waiter = waiting.shift()!;
		this.waiters.delete(owner);
		if (waiting.length > 0) this.waiters.set(owner, waiting);
		return { owner, waiter };
	}

	/** Takes out the waiters that a condition holds for. */
	take(condition: (waiter: Waiter) => boolean): Array<{ owner: Owner; waiter: Waiter }> {
		const taken: Array<{ owner: Owner; waiter: Waiter }> = [];
		for (const [owner, waiting] of [...this.waiters]) {
			const left = waiting.filter((waiter) => !condition(waiter));
			if (left.length === waiting.length) continue;
			taken.push(...waiting.filter(condition).map((waiter) => ({ owner, waiter })));
			if (left.length > 0) this.waiters.set(owner, left);
			else this.waiters.delete(owner);
		}
		return taken;
	}

	/** Takes out all waiters of an owner. */
	remove(owner: Owner): Waiter[] {
		const waiting = this.waiters.get(owner) ?? [];
		this.waiters.delete(owner);
		return waiting;
	}
}
