import { makeWaves } from '../../../nodes/shared/node/batches';
import type { BulkEntry, BulkOperation } from '../../../nodes/shared/node/operation';

describe('the batches of makeWaves', () => {
	const operation = (sendEqualOnce: boolean) => ({ sendEqualOnce }) as BulkOperation;
	const entry = (index: number, key = `k${index}`, list = 'g', batchSize = 2) =>
		({
			item: { index },
			key,
			request: { method: 'POST', path: ['contacts', list] },
			batchSize,
			body: {},
		}) as unknown as BulkEntry;
	const shape = (sendEqualOnce: boolean, entries: BulkEntry[]) =>
		makeWaves(operation(sendEqualOnce), entries)
			.flat()
			.map(({ answers }) => answers);

	test('fill requests in order', () => {
		expect(
			shape(
				false,
				[0, 1, 2, 3, 4].map((index) => entry(index)),
			),
		).toEqual([[[0], [1]], [[2], [3]], [[4]]]);
		expect(shape(false, [])).toEqual([]);
	});

	test('keep groups apart', () => {
		const entries = [entry(0), entry(1, 'k1', 'h'), entry(2), entry(3, 'k3', 'h')];
		expect(shape(false, entries)).toEqual([
			[[0], [2]],
			[[1], [3]],
		]);
	});

	test('put equal keys into later requests, in their order', () => {
		const entries = [entry(0, 'a'), entry(1, 'a'), entry(2, 'b'), entry(3, 'a'), entry(4, 'c')];
		expect(shape(false, entries)).toEqual([[[0], [2]], [[1], [4]], [[3]]]);
	});

	test('or send them once, with one answer for all', () => {
		const entries = [entry(0, 'a'), entry(1, 'b'), entry(2, 'a'), entry(3, 'c'), entry(4, 'a')];
		expect(shape(true, entries)).toEqual([[[0, 2, 4], [1]], [[3]]]);
	});
});
