import type { BulkEntry, BulkOperation } from './operation';

/** Entries that go into one request, and for each the indexes of the items that share its result. */
export interface Batch {
	entries: BulkEntry[];
	answers: number[][];
}

/**
 * Spreads entries over as few requests as their groups, sizes and keys allow, in input order.
 * Entries with the same key never share a request, since an answer that names only an e-mail
 * address would be ambiguous. They share the result of the first one in their group, or go into a
 * later wave.
 * @returns waves of batches that may go side by side; each is sent once the one before is answered
 */
export function makeWaves(operation: BulkOperation, entries: BulkEntry[]): Batch[][] {
	const waves: Batch[][] = [];
	/** By group, the batch with room in each wave. */
	const open = new Map<string, Array<Batch | undefined>>();
	/** By key, the wave after its last use. */
	const nextWave = new Map<string, number>();
	/** By group and key, the items that share a result. */
	const shared = new Map<string, number[]>();

	for (const entry of entries) {
		const { key, request, batchSize, item, group: own } = entry;
		const group = JSON.stringify([request, batchSize, item.isDryRun, own]);
		const groupAndKey = JSON.stringify([group, key]);
		const sharing = operation.sendEqualOnce ? shared.get(groupAndKey) : undefined;
		if (sharing) {
			sharing.push(item.index);
			continue;
		}

		const batches = open.get(group) ?? [];
		open.set(group, batches);
		const first = nextWave.get(key) ?? 0;
		const withRoom = batches.findIndex((batch, index) => batch && index >= first);
		const wave = withRoom < 0 ? first : withRoom;
		const batch = batches[wave] ?? { entries: [], answers: [] };
		if (batch.entries.length === 0) (waves[wave] ??= []).push(batch);
		const answers = [item.index];
		batch.entries.push(entry);
		batch.answers.push(answers);
		batches[wave] = batch.entries.length < batchSize ? batch : undefined;
		nextWave.set(key, wave + 1);
		shared.set(groupAndKey, answers);
	}
	return waves;
}
