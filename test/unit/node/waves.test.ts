import { makeWaves } from '../../../nodes/shared/node/batches';
import type { BulkEntry, BulkOperation } from '../../../nodes/shared/node/operation';

const entry = (index: number, key: string, list: string, batchSize = 2) =>
	({
		item: { index },
		key,
		request: { method: 'POST', path: ['contacts', list] },
		batchSize,
		body: {},
	}) as unknown as BulkEntry;

const waves = (entries: BulkEntry[], sendEqualOnce = false) =>
	makeWaves({ sendEqualOnce } as BulkOperation, entries).map((wave) =>
		wave.map(({ answers }) => answers.flat()),
	);

test('entries with nothing in common go side by side', () => {
	const entries = [entry(0, 'a', 'g'), entry(1, 'b', 'g'), entry(2, 'c', 'g'), entry(3, 'd', 'h')];
	expect(waves(entries)).toEqual([[[0, 1], [2], [3]]]);
});

test('entries with the same key in two groups keep their order', () => {
	expect(waves([entry(0, 'a', 'g'), entry(1, 'a', 'h'), entry(2, 'b', 'g')])).toEqual([
		[[0, 2]],
		[[1]],
	]);
	expect(waves([entry(0, 'a', 'g'), entry(1, 'a', 'h')], true)).toEqual([[[0]], [[1]]]);
});

test('keys that cross between groups each keep their order', () => {
	const entries = [
		entry(0, 'x', 'g'),
		entry(1, 'y', 'h'),
		entry(2, 'x', 'h'),
		entry(3, 'y', 'g'),
		entry(4, 'z', 'g'),
	];
	expect(waves(entries)).toEqual([
		[[0, 4], [1]],
		[[2], [3]],
	]);
});

test('room in a later wave is used before another request', () => {
	const entries = [entry(0, 'a', 'g'), entry(1, 'b', 'g'), entry(2, 'a', 'g'), entry(3, 'c', 'g')];
	expect(waves(entries)).toEqual([[[0, 1]], [[2, 3]]]);
});

test('ten thousand entries with the same key take no noticeable time', () => {
	const entries = Array.from({ length: 10_000 }, (_, index) => entry(index, 'a', 'g', 1000));
	expect(waves(entries)).toHaveLength(10_000);
});
