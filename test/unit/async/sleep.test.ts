import { abortableSleep } from '../../../nodes/shared/async/sleep';
import { passUntil } from '../../fakeTime';

beforeEach(() => jest.useFakeTimers());

afterEach(() => jest.useRealTimers());

test('sleeps for as long as asked', async () => {
	expect(await passUntil(abortableSleep(1_050))).toBe(1_050);
	expect(await passUntil(abortableSleep(0))).toBe(0);
});

test("ends early with the signal's reason when it is aborted", async () => {
	const stop = new AbortController();
	const sleeping = abortableSleep(10_000, stop.signal);
	stop.abort(new Error('enough'));
	const expected = expect(sleeping).rejects.toThrow('enough');

	expect(await passUntil(sleeping)).toBeLessThanOrEqual(200);
	await expected;
	await expect(abortableSleep(0, stop.signal)).rejects.toThrow('enough');
});
