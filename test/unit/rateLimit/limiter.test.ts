import type { Permit, Requester } from '../../../nodes/shared/rateLimit/fairQueue';
import { Limiter } from '../../../nodes/shared/rateLimit/limiter';
import { limiterFor, hashKey } from '../../../nodes/shared/rateLimit/limiters';
import type { RateLimit } from '../../../nodes/shared/rateLimit/usage';
import { passUntil, settle } from '../../fakeTime';

beforeEach(() => jest.useFakeTimers());

afterEach(() => jest.useRealTimers());

const LIMIT: RateLimit = { requests: 3, window: 60_000 };
const ME: Requester = {};

/** Sends requests one after another, as many as the limiter gives. @returns milliseconds taken */
async function send(limiter: Limiter, count: number, requester = ME): Promise<number> {
	const all = async () => {
		for (let sent = 0; sent < count; sent++) (await limiter.acquire(requester)).release();
	};
	return await passUntil(all());
}

test('grants as many permits as the limit allows, and the next a window later', async () => {
	const limiter = new Limiter(LIMIT);

	expect(await send(limiter, 3)).toBe(0);
	expect(await send(limiter, 1)).toBe(60_000);
});

test('counts a request until a window after its answer, however long that took', async () => {
	const limiter = new Limiter(LIMIT);
	const slow = await limiter.acquire(ME);
	await send(limiter, 2);

	// The two are forgotten after a window; the slow one still counts.
	expect(await send(limiter, 1)).toBe(60_000);
	slow.release();
	expect(await send(limiter, 1)).toBe(0);
	expect(await send(limiter, 1)).toBe(60_000);
});

test('waits without a timer while all requests that count are in flight', async () => {
	const limiter = new Limiter(LIMIT);
	const permits = await Promise.all([1, 2, 3].map(async () => await limiter.acquire(ME)));
	let granted = false;
	const next = limiter.acquire(ME).then((permit) => {
		granted = true;
		return permit;
	});
	await settle();
	expect([granted, jest.getTimerCount()]).toEqual([false, 0]);

	permits[0].release();
	expect(await passUntil(next)).toBe(60_000);
});

test('a refusal pauses all requests with the key, for as long as the service asks', async () => {
	const limiter = new Limiter(LIMIT);
	(await limiter.acquire(ME)).release(7_000);

	expect(await send(limiter, 1, {})).toBe(7_000);
});

test('a refused request does not count against the limit', async () => {
	const limiter = new Limiter(LIMIT);
	(await limiter.acquire(ME)).release(2_000);

	expect(await send(limiter, 3)).toBe(2_000);
});

test('refusals side by side count once; repeated ones make pauses longer', async () => {
	const limiter = new Limiter(LIMIT);
	const sideBySide = await Promise.all([1, 2, 3].map(async () => await limiter.acquire(ME)));
	// Time passes between the grant and the refusals.
	await jest.advanceTimersByTimeAsync(10);
	for (const permit of sideBySide) permit.release(0);
	const pauses: number[] = [];
	for (let refusal = 0; refusal < 4; refusal++) {
		const next = limiter.acquire(ME);
		pauses.push(await passUntil(next));
		(await next).release(0);
	}

	expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
});

test('after a refusal, requests beyond the number accepted before go one by one', async () => {
	const limiter = new Limiter({ requests: 100, window: 60_000 });
	await send(limiter, 2);
	(await limiter.acquire(ME)).release(1_000);

	const granted: Permit[] = [];
	const acquisitions = [1, 2, 3].map(async () => {
		granted.push(await limiter.acquire(ME));
	});
	await passUntil(Promise.race(acquisitions));
	await settle();
	expect(granted).toHaveLength(1);
	granted[0].release();
	await settle();
	expect(granted).toHaveLength(2);
	granted[1].release();
	await Promise.all(acquisitions);
});

test('a cancelled wait throws the reason, uses no permit and leaves no timer', async () => {
	const limiter = new Limiter(LIMIT);
	await send(limiter, 3);
	const stop = new AbortController();
	const requester = { signal: stop.signal };
	const waiting = [limiter.acquire(requester), limiter.acquire(requester)];
	const ends = Promise.allSettled(waiting);
	await jest.advanceTimersByTimeAsync(1_000);
	stop.abort(new Error('stopped'));

	const reason = expect.objectContaining({ message: 'stopped' });
	expect(await ends).toEqual([
		{ status: 'rejected', reason },
		{ status: 'rejected', reason },
	]);
	await jest.advanceTimersByTimeAsync(100);
	expect(jest.getTimerCount()).toBe(0);
	await expect(limiter.acquire(requester)).rejects.toThrow('stopped');
});

test('without a documented limit, only a refusal delays requests', async () => {
	const limiter = new Limiter();
	expect(await send(limiter, 1000)).toBe(0);

	(await limiter.acquire(ME)).release(3_000);
	expect(await send(limiter, 10)).toBe(3_000);
});

test('a key has one limiter, found by a hash', () => {
	const name = hashKey('Test', 'corlega_secret');

	expect(name).toMatch(/^[0-9a-f]{64}$/);
	expect(name).toBe(hashKey('Test', 'corlega_secret'));
	expect(name).not.toBe(hashKey('Other', 'corlega_secret'));
	expect(limiterFor(name, LIMIT)).toBe(limiterFor(name, LIMIT));
});

test('a limit that is changed in the credential applies at once', async () => {
	await send(limiterFor('changed', LIMIT), 3);

	expect(await send(limiterFor('changed', { ...LIMIT, requests: 5 }), 2)).toBe(0);
});

test('a limiter with nothing to remember is dropped, one in use is not', async () => {
	const idle = limiterFor('idle', LIMIT);
	const used = limiterFor('used', LIMIT);
	await send(used, 1);
	limiterFor('another', LIMIT);

	expect(limiterFor('used', LIMIT)).toBe(used);
	expect(limiterFor('idle', LIMIT)).not.toBe(idle);
});

test('a pause that is too long ends waits at once, also those that began before', async () => {
	const limiter = new Limiter(LIMIT);
	const [first] = await Promise.all([1, 2, 3].map(async () => await limiter.acquire(ME)));
	const waiting = limiter.acquire(ME, 90_000);
	first.release(86_400_000);

	expect(await waiting).toEqual({ pause: 86_400_000 });
	expect(await limiter.acquire(ME, 60_000)).toEqual({ pause: 86_400_000 });
	expect(jest.getTimerCount()).toBe(0);
});

test('a clock that is set back delays nothing', async () => {
	const limiter = new Limiter(LIMIT);
	await send(limiter, 3);
	jest.setSystemTime(Date.now() - 86_400_000);

	expect(await passUntil(limiter.acquire(ME))).toBe(60_000);
});

test('what is left of the limit: requests in flight and those of the last window are used', async () => {
	const limiter = new Limiter(LIMIT);
	expect(limiter.left).toBe(3);
	const permit = await limiter.acquire(ME);
	await send(limiter, 1);
	expect(limiter.left).toBe(1);

	await jest.advanceTimersByTimeAsync(60_000);
	expect(limiter.left).toBe(2);
	permit.release();
	limiter.limit = { ...LIMIT, requests: 1 };
	expect(limiter.left).toBe(0);
	limiter.limit = undefined;
	expect(limiter.left).toBeUndefined();
});

test('nothing is left during a pause, and without a limit that is unknown', async () => {
	for (const [limit, left] of [
		[LIMIT, 0],
		[undefined, undefined],
	] as const) {
		const limiter = new Limiter(limit);
		(await limiter.acquire(ME)).release(7_000);
		expect(limiter.left).toBe(left);
	}
});
