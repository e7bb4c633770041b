import type * as FakeClock from '../fakeClock';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof FakeClock>('../fakeClock').workflowWithFakeClock(),
);

import { Limiter, type Permit, type RateLimit } from '../../nodes/shared/request/limiter';
import { limiterFor, nameOfKey } from '../../nodes/shared/request/limiters';
import type { Service } from '../../nodes/shared/request/service';
import { resetClock, sleeps, slept } from '../fakeClock';

beforeEach(() => resetClock());

const LIMIT: RateLimit = { requests: 3, window: 60_000 };
const ME = {};

/** Sends requests one after another, as many as the limiter gives. */
async function send(limiter: Limiter, count: number, execution: object = ME): Promise<void> {
	for (let sent = 0; sent < count; sent++) {
		const permit = await limiter.acquire(execution);
		permit!.giveBack();
	}
}

/** Lets everything happen that can happen without time passing. */
const settle = async () => await new Promise((resolve) => setImmediate(resolve));

test('lets as many pass as the window holds, and the next a window later', async () => {
	const limiter = new Limiter(() => LIMIT);
	await send(limiter, 3);
	expect(slept()).toBe(0);

	await send(limiter, 1);
	expect(slept()).toBeGreaterThan(59_000);
	expect(slept()).toBeLessThanOrEqual(60_000);
});

test('counts a request until a window after it was answered, however long the answer took', async () => {
	const limiter = new Limiter(() => LIMIT);
	const slow = await limiter.acquire(ME);
	await send(limiter, 2);
	const next = limiter.acquire(ME);
	// The two are forgotten after a window; the slow one still counts.
	(await next)!.giveBack();
	expect(slept()).toBeGreaterThan(59_000);
	slow!.giveBack();
});

test('waits without sleeping while all that count are under way', async () => {
	const limiter = new Limiter(() => LIMIT);
	const permits = await Promise.all([1, 2, 3].map(async () => await limiter.acquire(ME)));
	let granted = false;
	const next = limiter.acquire(ME).then((permit) => {
		granted = true;
		return permit!;
	});
	await settle();
	expect([granted, sleeps.length]).toEqual([false, 0]);

	permits[0]!.giveBack();
	(await next).giveBack();
	expect(slept()).toBeGreaterThan(59_000);
});

test('a refusal pauses everyone with the key, for as long as the service asks', async () => {
	const limiter = new Limiter(() => LIMIT);
	(await limiter.acquire(ME))!.giveBack(7_000);
	await send(limiter, 1, {});

	expect(slept()).toBeGreaterThan(6_900);
	expect(slept()).toBeLessThanOrEqual(7_000);
});

test('a refused request does not count against the limit', async () => {
	const limiter = new Limiter(() => LIMIT);
	(await limiter.acquire(ME))!.giveBack(2_000);
	await send(limiter, 3);

	expect(slept()).toBeLessThanOrEqual(2_000);
});

test('refusals side by side are one; refusals again and again make longer pauses', async () => {
	const limiter = new Limiter(() => LIMIT);
	const sideBySide = await Promise.all([1, 2, 3].map(async () => await limiter.acquire(ME)));
	// Time passes between the grant and the refusals.
	await jest.requireMock<{ sleep(milliseconds: number): Promise<void> }>('n8n-workflow').sleep(10);
	for (const permit of sideBySide) permit!.giveBack(0);
	resetClock();
	const pauses: number[] = [];
	for (let refusal = 0; refusal < 4; refusal++) {
		const before = slept();
		const permit = await limiter.acquire(ME);
		pauses.push(Math.round((slept() - before) / 1000));
		permit!.giveBack(0);
	}

	expect(pauses).toEqual([1, 2, 4, 8]);
});

test('after a refusal, what goes beyond the room that was left goes one by one', async () => {
	const limiter = new Limiter(() => ({ requests: 100, window: 60_000 }));
	await send(limiter, 2);
	(await limiter.acquire(ME))!.giveBack(1_000);

	const granted: Permit[] = [];
	const acquisitions = [1, 2, 3].map(async () => {
		const permit = await limiter.acquire(ME);
		granted.push(permit!);
	});
	while (granted.length === 0) await settle();
	await settle();
	expect(granted).toHaveLength(1);
	granted[0].giveBack();
	await settle();
	expect(granted).toHaveLength(2);
	granted[1].giveBack();
	await Promise.all(acquisitions);
});

test('executions take turns', async () => {
	const limiter = new Limiter(() => ({ requests: 1, window: 1_000 }));
	await send(limiter, 1);
	const order: string[] = [];
	const wait = async (name: string, execution: object) => {
		const permit = await limiter.acquire(execution);
		order.push(name);
		permit!.giveBack();
	};
	const [large, small] = [{}, {}];
	await Promise.all([
		...['a', 'b', 'c', 'd'].map(async (name) => await wait(name, large)),
		...['x', 'y'].map(async (name) => await wait(name, small)),
	]);

	expect(order).toEqual(['a', 'x', 'b', 'y', 'c', 'd']);
});

test('a wait that is cancelled takes no place, and nothing runs when nobody waits', async () => {
	const limiter = new Limiter(() => LIMIT);
	await send(limiter, 3);
	const stop = new AbortController();
	const waiting = limiter.acquire(ME, stop.signal);
	resetClock((total) => total >= 1_000 && stop.abort());

	expect(await waiting).toBeUndefined();
	await settle();
	const soFar = slept();
	await settle();
	expect(slept()).toBe(soFar);
	expect(soFar).toBe(1_000);
	expect(await limiter.acquire(ME, stop.signal)).toBeUndefined();
});

test('where no limit is documented, only a refusal holds requests back', async () => {
	const limiter = new Limiter(() => undefined);
	await send(limiter, 1000);
	expect(slept()).toBe(0);

	(await limiter.acquire(ME))!.giveBack(3_000);
	await send(limiter, 10);
	expect(slept()).toBeGreaterThan(2_900);
	expect(slept()).toBeLessThanOrEqual(3_000);
});

test('a key has one limiter, found by a name that does not hold it', () => {
	const service = { name: 'Test', limit: LIMIT } as Service;
	const name = nameOfKey(service, 'corlega_secret');

	expect(name).toMatch(/^[0-9a-f]{64}$/);
	expect(name).toBe(nameOfKey(service, 'corlega_secret'));
	expect(name).not.toBe(nameOfKey({ ...service, name: 'Other' }, 'corlega_secret'));
	expect(limiterFor(service, name)).toBe(limiterFor(service, name));
});

test('a limiter that has nothing to remember makes room, one in use does not', async () => {
	const service = { name: 'Test', limit: LIMIT } as Service;
	const idle = limiterFor(service, 'idle');
	const used = limiterFor(service, 'used');
	await send(used, 1);
	limiterFor(service, 'another');

	expect(limiterFor(service, 'used')).toBe(used);
	expect(limiterFor(service, 'idle')).not.toBe(idle);
});
