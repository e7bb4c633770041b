/** Lets actions that concern the same thing go one after another, in the order they came. */
export class Turns {
	private readonly last = new Map<string, Promise<unknown>>();

	/** @param thing what must not be touched twice at the same time */
	async take<T>(thing: string, action: () => Promise<T>): Promise<T> {
		const turn = Promise.allSettled([this.last.get(thing)]).then(action);
		this.last.set(thing, turn);
		try {
			return await turn;
		} finally {
			if (this.last.get(thing) === turn) this.last.delete(thing);
		}
	}
}
