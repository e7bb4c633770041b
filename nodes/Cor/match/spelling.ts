/** Most typing errors that a word may have; a number has none. */
const mostErrors = (word: string): number =>
	word.length < 4 || /\d/.test(word) ? 0 : word.length < 6 ? 1 : 2;

/** Which letters a word has, as bits. */
function lettersOf(word: string): number {
	let bits = 0;
	for (let at = 0; at < word.length; at++) bits |= 1 << word.charCodeAt(at) % 31;
	return bits;
}

function countBits(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
}

/**
 * Counts the typing errors between two words: a letter too many, one too few, another one, or two
 * that changed places.
 * @returns more than `most` if there are more
 */
export function countErrors(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let fewest = i;
		for (let j = 1; j <= b.length; j++) {
			const other = a[i - 1] === b[j - 1] ? 0 : 1;
			let errors = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + other);
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (isSwap) errors = Math.min(errors, before[j - 2] + 1);
			row.push(errors);
			fewest = Math.min(fewest, errors);
		}
		if (fewest > most) return most + 1;
		before = last;
		last = row;
	}
	return last[b.length];
}

/** Words, and which of them a misspelt one may be. */
export class Vocabulary {
	private readonly words: Array<{ word: string; letters: number }> = [];

	private readonly known = new Map<string, Array<{ word: string; errors: number }>>();

	constructor(words: Iterable<string>) {
		for (const word of words) this.words.push({ word, letters: lettersOf(word) });
	}

	/** Returns the words with few typing errors, the fewest first; never the word itself. */
	similar(word: string): Array<{ word: string; errors: number }> {
		const known = this.known.get(word);
		if (known) return known;
		const most = mostErrors(word);
		const letters = lettersOf(word);
		const found: Array<{ word: string; errors: number }> = [];
		for (const other of most > 0 ? this.words : []) {
			// An error changes at most two letters of the set.
			if (Math.abs(other.word.length - word.length) > most) continue;
			if (countBits(other.letters ^ letters) > 2 * most) continue;
			const errors = countErrors(word, other.word, most);
			if (errors > 0 && errors <= most) found.push({ word: other.word, errors });
		}
		found.sort((a, b) => a.errors - b.errors);
		this.known.set(word, found);
		return found;
	}
}
