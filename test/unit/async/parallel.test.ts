import { inParallel } from '../../../nodes/shared/async/parallel';

const later = async () => await new Promise((resolve) => setImmediate(resolve));

describe('inParallel', () => {
	test.each([1, 3])('keeps to a concurrency of %i, and starts in order', async (concurrency) => {
		const started: number[] = [];
		let inFlight = 0;
		let most = 0;
		await inParallel({
			count: () => 10,
			concurrency: () => concurrency,
			run: async (index) => {
				started.push(index);
				most = Math.max(most, ++inFlight);
				await later();
				inFlight--;
			},
		});

		expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(most).toBe(concurrency);
	});

	test('starts nothing after a failure, waits for the rest, and throws the first by order', async () => {
		const started: number[] = [];
		const ended: number[] = [];
		const work = inParallel({
			count: () => 10,
			concurrency: () => 3,
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
