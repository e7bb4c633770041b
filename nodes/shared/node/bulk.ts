import type { BulkEntry, BulkOperation } from './operation';

/** Entries that go into one request, and for each the entries that share its result. */
export interface Batch {
	entries: BulkEntry[];
	/** Indexes of all input items that an entry answers, its own first. */
	answers: number[][];
}

/** All requests of a bulk operation. */
export interface Batches {
	batches: Batch[];
	/** A key stands in several: one must be answered before the next is sent. */
	inOrder: boolean;
}

interface OpenBatch extends Batch {
	keys: Map<string, number>;
}

/**
 * Spreads entries over as few requests as their groups, sizes and keys allow, in input order.
 * Entries with the same key never stand in one request, since an answer that names only an e-mail
 * address could not be told apart: they share the first one's result, or go into a later request.
 */
export function makeBatches(operation: BulkOperation, entries: BulkEntry[]): Batches {
	const batches: OpenBatch[] = [];
	const groups = new Map<string, OpenBatch[]>();
	/** Per group: the first batch with room left; and per key, the batch after its last use. */
	const firstOpen = new Map<string, number>();
	const nextForKey = new Map<string, number>();
	let inOrder = false;

	for (const entry of entries) {
		const group = groups.get(entry.group) ?? [];
		groups.set(entry.group, group);
		const groupKey = JSON.stringify([entry.group, entry.key]);
		const afterLast = nextForKey.get(groupKey);

		if (operation.sendEqualOnce && afterLast !== undefined) {
			const batch = group[afterLast - 1];
			batch.answers[batch.keys.get(entry.key)!].push(entry.item.index);
			continue;
		}

		inOrder ||= afterLast !== undefined;
		let position = Math.max(firstOpen.get(entry.group) ?? 0, afterLast ?? 0);
		while (group[position]?.entries.length >= entry.batchSize) position++;
		if (group[position] === undefined) {
			group[position] = { entries: [], answers: [], keys: new Map() };
			batches.push(group[position]);
		}
		const batch = group[position];
		batch.keys.set(entry.key, batch.entries.length);
		batch.entries.push(entry);
		batch.answers.push([entry.item.index]);
		nextForKey.set(groupKey, position + 1);

		let open = firstOpen.get(entry.group) ?? 0;
		while (group[open]?.entries.length >= entry.batchSize) open++;
		firstOpen.set(entry.group, open);
	}
	return { batches, inOrder };
}
