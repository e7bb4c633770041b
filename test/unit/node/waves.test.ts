import { makeWaves } from '../../../nodes/shared/node/batches';
import type { BulkEntry, BulkOperation } from '../../../nodes/shared/node/operation';

/** Entries, each a key and the name of its list, in batches of two. */
const entriesOf = (given: string, batchSize = 2) =>
	given.split(' ').map(
		(text, index) =>
			({
				item: { index },
				key: text[0],
				request: { method: 'POST', path: ['contacts', text[1]] },
				batchSize,
				body: {},
			}) as unknown as BulkEntry,
	);

/** The answers of each batch of each wave. */
const waves = (entries: BulkEntry[], sendEqualOnce: boolean) =>
	makeWaves({ sendEqualOnce } as BulkOperation, entries).map((wave) =>
		wave.map(({ answers }) => answers),
	);

test.each<[does: string, entries: string, waves: number[][][][]]>([
	['fill requests in order', 'ag bg cg dg eg', [[[[0], [1]], [[2], [3]], [[4]]]]],
	[
		'keep groups apart',
		'ag bh cg dh',
		[
			[
				[[0], [2]],
				[[1], [3]],
			],
		],
	],
	[
		'with equal keys go into later requests, in their order',
		'ag ag bg ag cg',
		[[[[0], [2]]], [[[1], [4]]], [[[3]]]],
	],
	['with the same key in two groups keep their order', 'ag ah bg', [[[[0], [2]]], [[[1]]]]],
	[
		'whose keys cross between groups each keep their order',
		'xg yh xh yg zg',
		[
			[[[0], [4]], [[1]]],
			[[[2]], [[3]]],
		],
	],
	['use room in a later wave before another request', 'ag bg ag cg', [[[[0], [1]]], [[[2], [3]]]]],
])('entries %s', (_, entries, expected) => {
	expect(waves(entriesOf(entries), false)).toEqual(expected);
});

test.each<[does: string, entries: string, waves: number[][][][]]>([
	['share one answer', 'ag bg ag cg ag', [[[[0, 2, 4], [1]], [[3]]]]],
	['in two groups keep their order', 'ag ah', [[[[0]]], [[[1]]]]],
])('equal entries that are sent once %s', (_, entries, expected) => {
	expect(waves(entriesOf(entries), true)).toEqual(expected);
});

test('no entries take no request', () => expect(waves([], false)).toEqual([]));

test('ten thousand entries with the same key take no noticeable time', () => {
	const entries = entriesOf(Array.from({ length: 10_000 }, () => 'ag').join(' '), 1000);
	expect(waves(entries, false)).toHaveLength(10_000);
});
