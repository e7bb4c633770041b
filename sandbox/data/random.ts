/** A source of pseudo-random values that gives the same ones for the same seed. */
export class Random {
	private state: number;

	/** @param seed a text; different texts give unrelated values */
	constructor(seed: string) {
		let hash = 0x811c9dc5;
		for (let index = 0; index < seed.length; index++) {
			hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
		}
		this.state = hash >>> 0;
	}

	/** A whole number of 32 bits, by the generator known as mulberry32. */
	uint32(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	}

	/** A whole number from `min` up to and including `max`. */
	between(min: number, max: number): number {
		return min + Math.floor((this.uint32() / 2 ** 32) * (max - min + 1));
	}

	/** True in `percent` of 100 cases. */
	chance(percent: number): boolean {
		return this.uint32() / 2 ** 32 < percent / 100;
	}

	pick<Value>(values: ArrayLike<Value>): Value {
		return values[this.between(0, values.length - 1)];
	}

	/** Digits as text, zeros in front included. */
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
