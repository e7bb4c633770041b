import type { IDataObject } from 'n8n-workflow';

import { inParallel } from '../../../nodes/shared/async/parallel';
import type { Connection } from '../../../nodes/shared/http/connection';
import { DEFAULT_RETRY_LIMITS } from '../../../nodes/shared/http/retry';
import { send } from '../../../nodes/shared/http/send';
import { Limiter } from '../../../nodes/shared/rateLimit/limiter';
import { passUntil } from '../../fakeTime';
import { serve } from '../connection';

const LIMIT = { requests: 120, window: 60_000 };

beforeEach(() => {
	jest.useFakeTimers();
});

afterEach(() => {
	jest.useRealTimers();
});

/** A service that takes 120 creates in any minute, and asks the others to come back after one. */
class BusyService {
	created = 0;

	refused = 0;

	private taken: number[] = [];

	answer() {
		const now = performance.now();
		this.taken = this.taken.filter((at) => at + LIMIT.window > now);
		if (this.taken.length < LIMIT.requests) {
			this.taken.push(now);
			this.created++;
			return { statusCode: 201, body: { id: this.created }, headers: {} };
		}
		this.refused++;
		return { statusCode: 429, body: {}, headers: { 'retry-after': '60' } };
	}
}

/** A process of n8n: it knows nothing of the requests of others. */
function connectionTo(service: BusyService): Connection {
	const limiter = new Limiter(LIMIT);
	const requester = {};
	const context = {
		helpers: {
			async httpRequestWithAuthentication(): Promise<IDataObject> {
				await jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow').sleep(50);
				return service.answer() as unknown as IDataObject;
			},
		},
	};
	return {
		...serve([]).connection,
		context,
		limit: LIMIT,
		acquire: async (maxPause: number) => await limiter.acquire(requester, maxPause),
	} as unknown as Connection;
}

test.each([2, 5])('%i processes on one key give up none of 400 creates', async (processes) => {
	const service = new BusyService();
	const failed: unknown[] = [];
	const runs = Array.from({ length: processes }, async () => {
		const connection = connectionTo(service);
		await inParallel({
			count: () => 400 / processes,
			concurrency: () => 8,
			run: async () => {
				const request = { method: 'POST' as const, path: ['contacts'], body: {} };
				const [sent] = await Promise.allSettled([send(connection, request, DEFAULT_RETRY_LIMITS)]);
				if (sent.status === 'rejected') failed.push(sent.reason);
			},
		});
	});
	const took = await passUntil(Promise.all(runs));

	expect(failed).toEqual([]);
	expect(service.created).toBe(400);
	expect(service.refused).toBeGreaterThan(0);
	// 400 at 120 a minute take three minutes and more.
	expect(took).toBeLessThan(15 * 60_000);
});
