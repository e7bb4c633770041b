/** A pseudo-random generator: the same seed gives the same values. */
export class Random {
	private state: number;

	constructor(seed: string) {
		let hash = 0x811c9dc5;
		for (let index = 0; index < seed.length; index++) {
			hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
		}
		this.state = hash >>> 0;
	}

	/** mulberry32 */
	uint32(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	}

	/** A whole number, `min` and `max` included. */
	between(min: number, max: number): number {
		return min + Math.floor((this.uint32() / 2 ** 32) * (max - min + 1));
	}

	chance(percent: number): boolean {
		return this.uint32() / 2 ** 32 < percent / 100;
	}

	pick<Value>(values: ArrayLike<Value>): Value {
		return values[this.between(0, values.length - 1)];
	}

	digits(count: number): string {
		return this.characters(count, '0123456789');
	}

	characters(count: number, alphabet: string): string {
		let text = '';
		for (let index = 0; index < count; index++) text += this.pick(alphabet);
		return text;
	}

	bytes(count: number): Buffer {
		const bytes = Buffer.alloc(count);
		for (let index = 0; index < count; index++) bytes[index] = this.uint32() >>> 24;
		return bytes;
	}

	shuffle<Value>(values: Value[]): Value[] {
		for (let index = values.length - 1; index > 0; index--) {
			const other = this.between(0, index);
			[values[index], values[other]] = [values[other], values[index]];
		}
		return values;
	}
}

/** Makes the data of the same arguments once in a process, and returns a copy. */
export function seeded<Arguments extends unknown[], Data>(
	make: (...args: Arguments) => Data,
): (...args: Arguments) => Data {
	const made = new Map<string, Data>();
	return (...args) => {
		const key = JSON.stringify(args);
		if (!made.has(key)) made.set(key, make(...args));
		return structuredClone(made.get(key)!);
	};
}
