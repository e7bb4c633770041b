import type { Requester } from '../../../nodes/shared/rateLimit/fairQueue';
import { Limiter } from '../../../nodes/shared/rateLimit/limiter';
import { passUntil } from '../../fakeTime';
import { fc } from '../cases';

beforeEach(() => jest.useFakeTimers());

afterEach(() => jest.useRealTimers());

const LIMIT = { requests: 3, window: 300 };

/** A request to send; times in milliseconds. */
interface Planned {
	requester: number;
	arrives: number;
	takes: number;
	/** When the service counts it, as a part of `takes`. */
	counted: number;
	/** The pause that the service asks for, if it refuses it. */
	refused?: number;
	maxPause: number;
}

type End = 'done' | 'refused' | 'aborted' | 'paused';

interface Granted extends Planned {
	queued: number;
	granted: number;
}

const planned = (refused: fc.Arbitrary<number | undefined>): fc.Arbitrary<Planned> =>
	fc.record({
		requester: fc.nat(2),
		arrives: fc.nat(500),
		takes: fc.nat(250),
		counted: fc.double({ min: 0, max: 1, noNaN: true }),
		refused,
		maxPause: fc.oneof(fc.constant(Infinity), fc.integer({ min: 100, max: 3_000 })),
	});

const requests = (refused = fc.constant<number | undefined>(undefined)) =>
	fc.array(planned(refused), { minLength: 1, maxLength: 12 });

const refusals = fc.option(fc.nat(1_500), { nil: undefined, freq: 4 });

const pause = async (milliseconds: number) =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends all of them. @param aborts when each requester is aborted */
async function run(plan: Planned[], aborts: Array<number | undefined> = []) {
	const limiter = new Limiter(LIMIT);
	const stops = [0, 1, 2].map(() => new AbortController());
	const requesters: Requester[] = stops.map(({ signal }) => ({ signal }));
	stops.forEach((stop, index) => {
		const at = aborts[index];
		if (at !== undefined) setTimeout(() => stop.abort(new Error('aborted')), at);
	});
	const grants: Granted[] = [];
	const countedAt: number[] = [];

	const sendOne = async (request: Planned): Promise<End> => {
		await pause(request.arrives);
		const queued = performance.now();
		try {
			const permit = await limiter.acquire(requesters[request.requester], request.maxPause);
			if ('pause' in permit) return 'paused';
			grants.push({ ...request, queued, granted: performance.now() });
			await pause(request.takes * request.counted);
			if (request.refused === undefined) countedAt.push(performance.now());
			await pause(request.takes * (1 - request.counted));
			permit.release(request.refused);
			return request.refused === undefined ? 'done' : 'refused';
		} catch (error) {
			expect((error as Error).message).toBe('aborted');
			return 'aborted';
		}
	};
	const all = Promise.all(plan.map(sendOne));
	await passUntil(all);
	return { ends: await all, grants, countedAt, limiter };
}

test('the limit holds in any window, every request ends, and no timer is left', async () => {
	const aborts = fc.array(fc.option(fc.nat(800), { nil: undefined, freq: 3 }), { maxLength: 3 });
	await fc.assert(
		fc.asyncProperty(requests(refusals), aborts, async (plan, at) => {
			const { ends, grants, countedAt, limiter } = await run(plan, at);
			countedAt.sort((a, b) => a - b);
			for (const [index, time] of countedAt.slice(LIMIT.requests).entries()) {
				expect(time - countedAt[index]).toBeGreaterThanOrEqual(LIMIT.window);
			}
			expect(ends).toHaveLength(plan.length);
			expect(grants).toHaveLength(ends.filter((end) => /done|refused/.test(end)).length);
			ends.forEach((end, index) => {
				const { requester, refused, maxPause } = plan[index];
				if (end === 'aborted') expect(at[requester]).toBeDefined();
				if (end === 'paused') expect(maxPause).toBeLessThan(Infinity);
				if (end === 'done') expect(refused).toBeUndefined();
			});
			await jest.advanceTimersByTimeAsync(2_000);
			expect(jest.getTimerCount()).toBe(0);
			await jest.advanceTimersByTimeAsync(10_000);
			expect(limiter.isIdle).toBe(true);
		}),
	);
});

test('executions take turns: none gets two permits while another waits', async () => {
	await fc.assert(
		fc.asyncProperty(requests(), async (plan) => {
			const { grants } = await run(plan);
			for (const [index, first] of grants.entries()) {
				const again = grants.findIndex(
					({ requester }, other) => other > index && requester === first.requester,
				);
				if (again < 0) continue;
				const between = grants.slice(index + 1, again).map(({ requester }) => requester);
				const passedOver = grants
					.slice(again + 1)
					.filter(({ requester }) => requester !== first.requester && !between.includes(requester))
					// It waited before the first of the two was granted.
					.filter(({ queued }) => queued < first.granted);
				expect(passedOver).toEqual([]);
			}
		}),
	);
});

test('without refusals, a request waits at most a window for each group before it', async () => {
	await fc.assert(
		fc.asyncProperty(requests(), async (plan) => {
			const { grants } = await run(plan);
			// A request pauses twice, and a pause of 0 ms takes one.
			const most = Math.max(...plan.map(({ takes }) => takes)) + 2 + LIMIT.window;
			grants.forEach(({ queued, granted }, index) => {
				// As many windows as there are groups of requests before it.
				const groups = Math.floor(index / LIMIT.requests);
				expect(granted - queued).toBeLessThanOrEqual(groups * most);
			});
		}),
	);
});
