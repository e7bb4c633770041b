import { BoundedCache } from '../../../nodes/shared/async/boundedCache';

afterEach(() => jest.useRealTimers());

test('the oldest value makes room', () => {
	const cache = new BoundedCache<string, number>(2);
	cache.set('a', 1);
	cache.set('b', 2);
	cache.set('a', 3);
	cache.set('c', 4);

	expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([3, undefined, 4]);
});

test('a value is kept for its lifetime, also if the clock is set back', () => {
	jest.useFakeTimers();
	const cache = new BoundedCache<string, number>(2, 1_000);
	cache.set('a', 1);
	jest.advanceTimersByTime(999);
	expect(cache.get('a')).toBe(1);
	jest.advanceTimersByTime(1);
	jest.setSystemTime(Date.now() - 3_600_000);
	expect(cache.get('a')).toBeUndefined();
});
