import type { BulkEntry, BulkOperation } from './operation';

/** Entries that go into one request, and for each the entries that share its result. */
export interface Batch {
	entries: BulkEntry[];
	/** Indexes of all input items that an entry answers, its own first. */
	answers: number[][];
}

/** All requests of a bulk operation. */
export interface Batches {
	/** In the order of their first entries. */
	batches: Batch[];
	/** The same, as they may go side by side: one wave must be answered before the next is sent. */
	waves: Batch[][];
}

/** The batches of entries that can share a request. */
class Group {
	/** Those with room left, by the number of their wave; in one wave at most one has room. */
	private readonly open = new Map<number, Batch>();

	private last = -1;

	/** The first batch with room in a wave from `from` on, with its wave. */
	find(from: number): [wave: number, batch: Batch] | undefined {
		if (from > this.last) return undefined;
		let first: [number, Batch] | undefined;
		for (const found of this.open) {
			if (found[0] >= from && !(first && first[0] < found[0])) first = found;
		}
		return first;
	}

	start(wave: number, batch: Batch): void {
		this.open.set(wave, batch);
		this.last = Math.max(this.last, wave);
	}

	close(wave: number): void {
		this.open.delete(wave);
	}
}

const groupOf = ({ request, batchSize }: BulkEntry): string => JSON.stringify([request, batchSize]);

/**
 * Spreads entries over as few requests as their groups, sizes and keys allow, in input order.
 * Entries with the same key never stand in one request, since an answer that names only an e-mail
 * address could not be told apart, nor go side by side: they share the result of the first one in
 * their group, or go into a later wave.
 */
export function makeBatches(operation: BulkOperation, entries: BulkEntry[]): Batches {
	const batches: Batch[] = [];
	const waves: Batch[][] = [];
	const groups = new Map<string, Group>();
	/** Per key, the wave after its last use; and per key of a group, the items that share a result. */
	const nextWave = new Map<string, number>();
	const shared = new Map<string, number[]>();

	for (const entry of entries) {
		const groupName = groupOf(entry);
		const sharedName = JSON.stringify([groupName, entry.key]);
		const sharing = operation.sendEqualOnce ? shared.get(sharedName) : undefined;
		if (sharing) {
			sharing.push(entry.item.index);
			continue;
		}

		const group = groups.get(groupName) ?? new Group();
		groups.set(groupName, group);
		const from = nextWave.get(entry.key) ?? 0;
		const [wave, batch] = group.find(from) ?? [from, { entries: [], answers: [] }];
		if (batch.entries.length === 0) {
			batches.push(batch);
			(waves[wave] ??= []).push(batch);
			group.start(wave, batch);
		}
		const answers = [entry.item.index];
		batch.entries.push(entry);
		batch.answers.push(answers);
		if (batch.entries.length >= entry.batchSize) group.close(wave);
		nextWave.set(entry.key, wave + 1);
		shared.set(sharedName, answers);
	}
	return { batches, waves };
}
