import { Semaphore } from '../../../nodes/shared/async/semaphore';

const later = async () => await new Promise((resolve) => setImmediate(resolve));

test('a semaphore starts a task when another is done, first come, first served', async () => {
	const semaphore = new Semaphore();
	const order: number[] = [];
	let inFlight = 0;
	let most = 0;
	await Promise.all(
		[0, 1, 2, 3, 4].map(
			async (index) =>
				await semaphore.run(2, async () => {
					order.push(index);
					most = Math.max(most, ++inFlight);
					await later();
					inFlight--;
				}),
		),
	);

	expect(order).toEqual([0, 1, 2, 3, 4]);
	expect(most).toBe(2);
	await expect(semaphore.run(1, async () => await Promise.reject(new Error('x')))).rejects.toThrow(
		'x',
	);
	expect(await semaphore.run(1, async () => 'through')).toBe('through');
});
