import type { IDataObject } from 'n8n-workflow';

import { fetchList } from '../../nodes/shared/request/fetchList';
import { Gate } from '../../nodes/shared/request/gate';
import type { FetchedPage, PageRequest, Paging } from '../../nodes/shared/request/paging';
import { inParallel } from '../../nodes/shared/request/parallel';
import { ranges } from '../../nodes/shared/node/ranges';

const later = async () => await new Promise((resolve) => setImmediate(resolve));

describe('inParallel', () => {
	test('keeps to the bound, and starts in order', async () => {
		const started: number[] = [];
		let underWay = 0;
		let most = 0;
		await inParallel({
			count: () => 10,
			bound: () => 3,
			run: async (index) => {
				started.push(index);
				most = Math.max(most, ++underWay);
				await later();
				underWay--;
			},
		});

		expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(most).toBe(3);
	});

	test('1 is strictly one after another', async () => {
		const log: string[] = [];
		await inParallel({
			count: () => 3,
			bound: () => 1,
			run: async (index) => {
				log.push(`start ${index}`);
				await later();
				log.push(`end ${index}`);
			},
		});

		expect(log).toEqual(['start 0', 'end 0', 'start 1', 'end 1', 'start 2', 'end 2']);
	});

	test('starts nothing after a failure, waits for the rest, and tells the first by order', async () => {
		const started: number[] = [];
		const ended: number[] = [];
		const work = inParallel({
			count: () => 10,
			bound: () => 3,
			run: async (index) => {
				started.push(index);
				await later();
				if (index > 0) await later();
				ended.push(index);
				if (index === 1 || index === 2) throw new Error(`${index} failed`);
			},
		});

		await expect(work).rejects.toThrow('1 failed');
		expect(started.length).toBeLessThan(6);
		expect(ended.length).toBe(started.length);
	});
});

test('the gate lets one pass when another is through, first come, first served', async () => {
	const gate = new Gate();
	const order: number[] = [];
	let underWay = 0;
	let most = 0;
	await Promise.all(
		[0, 1, 2, 3, 4].map(
			async (index) =>
				await gate.pass(2, async () => {
					order.push(index);
					most = Math.max(most, ++underWay);
					await later();
					underWay--;
				}),
		),
	);

	expect(order).toEqual([0, 1, 2, 3, 4]);
	expect(most).toBe(2);
	await expect(gate.pass(1, async () => await Promise.reject(new Error('x')))).rejects.toThrow('x');
	expect(await gate.pass(1, async () => 'through')).toBe('through');
});

test('ranges of items', () => {
	expect(ranges([])).toBe('');
	expect(ranges([3])).toBe('3');
	expect(ranges([2, 0, 1, 13, 11, 12, 5])).toBe('0-2, 5, 11-13');
});

describe('fetchList side by side', () => {
	const paging = { maximum: 2, identify: ({ id }: IDataObject) => String(id) } as Paging;

	/** A list that may change with every page that is read. */
	function serve(
		ids: number[],
		options: { onRead?: (place: PageRequest) => void; totals?: boolean } = {},
	) {
		const places: PageRequest[] = [];
		let underWay = 0;
		const counts = { most: 0, again: 0 };
		const fetchPage = async (place: PageRequest, again: boolean): Promise<FetchedPage> => {
			places.push(place);
			if (again) counts.again++;
			counts.most = Math.max(counts.most, ++underWay);
			const entries = ids.slice(place.offset, place.offset + place.size).map((id) => ({ id }));
			const total = options.totals === false ? undefined : ids.length;
			const isLast =
				total === undefined ? entries.length < place.size : place.offset + entries.length >= total;
			options.onRead?.(place);
			await later();
			underWay--;
			return { entries, total, isLast };
		};
		return { places, counts, fetchPage };
	}

	const fetch = async (source: ReturnType<typeof serve>, list = {}, concurrency = 3) => {
		const { entries } = await fetchList({
			paging,
			list: { path: ['list'], ...list },
			concurrency,
			fetchPage: source.fetchPage,
		});
		return entries.map(({ id }) => id);
	};
	const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

	test.each([0, 1, 2, 3, 4, 9, 10, 11])(
		'%i entries: all in order, no page twice',
		async (count) => {
			const source = serve(numbers(count));

			expect(await fetch(source)).toEqual(numbers(count));
			expect(source.places.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
				numbers(Math.max(1, Math.ceil(count / 2))).map((index) => index + 1),
			);
			expect(source.counts.most).toBeLessThanOrEqual(3);
		},
	);

	test('pages are really read side by side, as many as allowed', async () => {
		const source = serve(numbers(20));
		await fetch(source, {}, 4);

		expect(source.counts.most).toBe(4);
	});

	test('a limit takes no page too many', async () => {
		const source = serve(numbers(100));

		expect(await fetch(source, { limit: 7 })).toEqual(numbers(7));
		expect(source.places).toHaveLength(4);
	});

	test('an offset moves every page', async () => {
		const source = serve(numbers(10));

		expect(await fetch(source, { offset: 5 })).toEqual([5, 6, 7, 8, 9]);
		expect(source.places.map(({ offset }) => offset)).toEqual([5, 7, 9]);
	});

	test('without a total one after another', async () => {
		const source = serve(numbers(9), { totals: false });

		expect(await fetch(source)).toEqual(numbers(9));
		expect(source.counts.most).toBe(1);
	});

	test('entries that appear at the end meanwhile are fetched too', async () => {
		const ids = numbers(8);
		const source = serve(ids, { onRead: ({ number }) => number === 2 && ids.push(100, 101, 102) });

		expect(await fetch(source)).toEqual([...numbers(8), 100, 101, 102]);
	});

	test('entries that appear at the front meanwhile make none come twice', async () => {
		const ids = numbers(8);
		const source = serve(ids, { onRead: ({ number }) => number === 1 && ids.unshift(100) });
		const result = await fetch(source);

		expect(result).toEqual(numbers(8));
	});

	test('entries that vanish meanwhile let none be missed', async () => {
		const ids = numbers(12);
		const source = serve(ids, { onRead: ({ number }) => number === 2 && ids.splice(0, 1) });
		const result = await fetch(source);

		expect([...result].sort((a, b) => Number(a) - Number(b))).toEqual(numbers(12));
		expect(source.counts.again).toBeGreaterThan(0);
	});

	test('a list that shrinks all the time comes to an end', async () => {
		const ids = numbers(200);
		const source = serve(ids, { onRead: () => void ids.splice(0, 1) });
		const result = await fetch(source);

		expect(new Set(result).size).toBe(result.length);
		expect(source.places.length).toBeLessThan(320);
	});

	test('the first error ends it, and no page is read afterwards', async () => {
		const source = serve(numbers(100), {
			onRead: ({ number }) => {
				if (number === 4) throw new Error('page 4');
			},
		});

		await expect(fetch(source)).rejects.toThrow('page 4');
		const read = source.places.length;
		await later();
		await later();
		expect(source.places).toHaveLength(read);
		expect(read).toBeLessThan(10);
	});
});
