import type { IDataObject } from 'n8n-workflow';

import type { FetchedPage, PagePlace, Paging } from '../../../nodes/shared/service/paging';
import { RequestError } from '../../../nodes/shared/service/RequestError';
import { fetchList } from '../../../nodes/shared/session/list';

const later = async () => await new Promise((resolve) => setImmediate(resolve));

describe('fetchList side by side', () => {
	const paging = { maximum: 2, identify: ({ id }: IDataObject) => String(id) } as Paging;

	/** A list that may change with every page that is read. */
	function serve(
		ids: number[],
		options: { onRead?: (place: PagePlace) => void; totals?: boolean } = {},
	) {
		const places: PagePlace[] = [];
		let inFlight = 0;
		const counts = { most: 0, fresh: 0 };
		const fetchPage = async (place: PagePlace, fresh: boolean): Promise<FetchedPage> => {
			places.push(place);
			if (fresh) counts.fresh++;
			counts.most = Math.max(counts.most, ++inFlight);
			const entries = ids.slice(place.offset, place.offset + place.size).map((id) => ({ id }));
			const total = options.totals === false ? undefined : ids.length;
			const isLast =
				total === undefined ? entries.length < place.size : place.offset + entries.length >= total;
			options.onRead?.(place);
			await later();
			inFlight--;
			return { entries, place, total, isLast };
		};
		return { places, counts, fetchPage };
	}

	const fetch = async (source: ReturnType<typeof serve>, list = {}, concurrency = 3) => {
		const { entries } = await fetchList({
			paging,
			list: { path: ['list'], ...list },
			concurrency,
			fetch: source.fetchPage,
			fail: (message) => new RequestError({ message }),
			failUnstable: () => new RequestError({ message: 'unstable' }),
		});
		return entries.map(({ id }) => id);
	};
	const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

	test('pages are read side by side, as many as allowed', async () => {
		const source = serve(numbers(20));
		await fetch(source, {}, 4);

		expect(source.counts.most).toBe(4);
	});

	test('an offset moves every page', async () => {
		const source = serve(numbers(10));

		expect(await fetch(source, { offset: 5 })).toEqual([5, 6, 7, 8, 9]);
		expect(source.places.map(({ offset }) => offset)).toEqual([5, 7, 9]);
	});

	test('without a total, one page after another', async () => {
		const source = serve(numbers(9), { totals: false });

		expect(await fetch(source)).toEqual(numbers(9));
		expect(source.counts.most).toBe(1);
	});

	test('entries added at the end meanwhile are fetched too', async () => {
		const ids = numbers(8);
		const source = serve(ids, { onRead: ({ number }) => number === 2 && ids.push(100, 101, 102) });

		expect(await fetch(source)).toEqual([...numbers(8), 100, 101, 102]);
	});

	test('entries added at the front meanwhile make none come twice', async () => {
		const ids = numbers(8);
		const source = serve(ids, { onRead: ({ number }) => number === 1 && ids.unshift(100) });
		const result = await fetch(source);

		expect(result).toEqual(numbers(8));
	});

	test('entries removed meanwhile make none missed', async () => {
		const ids = numbers(12);
		const source = serve(ids, { onRead: ({ number }) => number === 2 && ids.splice(0, 1) });
		const result = await fetch(source);

		expect([...result].sort((a, b) => Number(a) - Number(b))).toEqual(numbers(12));
		expect(source.counts.fresh).toBeGreaterThan(0);
	});

	test('a list that keeps shrinking is an error, after a limited number of pages', async () => {
		const ids = numbers(200);
		const source = serve(ids, { onRead: () => void ids.splice(0, 1) });

		await expect(fetch(source)).rejects.toThrow('unstable');
		expect(source.places.length).toBeLessThan(320);
	});

	test('the first error ends the list, and no page is requested after it', async () => {
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

	test('entries that move meanwhile are not missed, whatever the concurrency', async () => {
		const read = async (concurrency: number) => {
			const ids = numbers(20);
			let moves = 0;
			const source = serve(ids, {
				onRead: ({ number }) => {
					// One leaves at the end and another comes first: the total stays the same.
					if (number === 3 && moves++ === 0) ids.unshift(ids.pop()! + 100);
				},
			});
			return (await fetch(source, {}, concurrency)).sort((a, b) => Number(a) - Number(b));
		};

		expect(await read(1)).toEqual(await read(4));
		expect(await read(1)).toEqual(expect.arrayContaining([...numbers(19), 119]));
	});
});
