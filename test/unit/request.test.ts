import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../../nodes/shared/request/connection';
import { pageSize, type Paging } from '../../nodes/shared/request/paging';
import { Limiter } from '../../nodes/shared/request/limiter';
import { Notices } from '../../nodes/shared/request/notices';
import { redact } from '../../nodes/shared/request/redact';
import {
	backoff,
	DEFAULT_RETRY_LIMITS,
	outcomeOfConnection,
	outcomeOfStatus,
	readRetryAfter,
} from '../../nodes/shared/request/retry';
import { send } from '../../nodes/shared/request/send';
import type { Service } from '../../nodes/shared/request/service';
import { Session } from '../../nodes/shared/request/session';
import { buildUrl, checkBaseUrl, checkTarget } from '../../nodes/shared/request/url';
import { wait } from '../../nodes/shared/request/wait';
import { WaitClock } from '../../nodes/shared/request/waitClock';

describe('checkBaseUrl', () => {
	test.each([
		['https://api.corlega.com/v1', 'https://api.corlega.com/v1'],
		['https://api.corlega.com/v1///', 'https://api.corlega.com/v1'],
		[' https://api.inboxify.net/ ', 'https://api.inboxify.net'],
		['http://127.0.0.1:8080/v1', 'http://127.0.0.1:8080/v1'],
		['http://localhost:1', 'http://localhost:1'],
		['http://[::1]:1', 'http://[::1]:1'],
	])('%s', (url, expected) => expect(checkBaseUrl(url)).toBe(expected));

	test.each([
		'',
		undefined,
		'corlega',
		'ftp://x.nl',
		'http://x.nl',
		'http://127.0.0.1.x.nl',
		'http://localhost.x.nl',
		'https://a@x.nl',
		'https://x.nl?a',
		'https://x.nl#a',
	])('%s is refused, and the field is named', (url) =>
		expect(() => checkBaseUrl(url)).toThrow(/Base URL/),
	);
});

test('checkTarget lets a secret go over https or to loopback only', () => {
	expect(() => checkTarget({ url: 'https://x.nl' })).not.toThrow();
	expect(() => checkTarget({ uri: 'http://localhost:1' })).not.toThrow();
	expect(() => checkTarget({ url: '/me', baseURL: 'https://x.nl/v1' })).not.toThrow();
	expect(() => checkTarget({ url: 'http://x.nl' })).toThrow();
	expect(() => checkTarget({ url: '/me', baseURL: 'http://x.nl/v1' })).toThrow();
	expect(() => checkTarget({})).toThrow();
});

test('buildUrl encodes each segment and lets none lead elsewhere', () => {
	expect(buildUrl('https://x.nl', ['contacts', 'Leden & donateurs', 'a/b@c.nl'])).toBe(
		'https://x.nl/contacts/Leden%20%26%20donateurs/a%2Fb%40c.nl',
	);
	for (const segment of ['', ' ', '.', '..']) {
		expect(() => buildUrl('https://x.nl', ['contacts', segment])).toThrow();
	}
});

describe('retry', () => {
	test('an answer', () => {
		expect([429, 502, 503, 504, 500, 404, 408].map(outcomeOfStatus)).toEqual([
			'unprocessed',
			'unknown',
			'unknown',
			'unknown',
			'final',
			'final',
			'final',
		]);
	});

	test.each([
		['ECONNREFUSED', false, 'unprocessed'],
		['EAI_AGAIN', false, 'unprocessed'],
		['ETIMEDOUT', true, 'unprocessed'],
		['ETIMEDOUT', false, 'unknown'],
		['ECONNRESET', false, 'unknown'],
		['ENOTFOUND', false, 'final'],
		['CERT_HAS_EXPIRED', false, 'final'],
		[undefined, false, 'unknown'],
	])('a connection that ended with %s (while connecting: %s): %s', (code, connecting, outcome) =>
		expect(outcomeOfConnection(code, connecting)).toBe(outcome),
	);

	test('Retry-After in seconds, as a date, or not to be read', () => {
		const now = Date.parse('2026-11-22T12:00:00Z');
		expect(readRetryAfter('2', now)).toBe(2000);
		expect(readRetryAfter(' 0 ', now)).toBe(0);
		expect(readRetryAfter('Sun, 22 Nov 2026 12:00:30 GMT', now)).toBe(30_000);
		expect(readRetryAfter('Sun, 22 Nov 2026 11:00:00 GMT', now)).toBe(0);
		for (const header of [undefined, '', 'soon', '-1', '2026']) {
			expect(readRetryAfter(header, now)).toBe(header === '2026' ? 2_026_000 : undefined);
		}
	});

	test('back-off doubles up to 30 s, of which a random part is taken', () => {
		expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => backoff(attempt, 1))).toEqual([
			1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
		]);
		expect(backoff(1, 0)).toBe(500);
	});
});

test('redact blots out secrets, but no short words', () => {
	expect(redact('Bearer corlega_1 is bad, corlega_1', ['corlega_1'])).toBe(
		'Bearer ***** is bad, *****',
	);
	expect(redact('an error', ['an', ''])).toBe('an error');
});

test('wait ends early when it is aborted', async () => {
	const stop = new AbortController();
	const waiting = wait(10_000, stop.signal);
	stop.abort();

	expect(await waiting).toBe(false);
	expect(await wait(1)).toBe(true);
	expect(await wait(0, stop.signal)).toBe(false);
});

describe('pageSize', () => {
	const paging = { maximum: 100 } as Paging;

	test.each([
		[undefined, 100],
		[1, 1],
		[100, 100],
		[101, 51],
		[250, 84],
	])('for a limit of %s: %s', (limit, size) => expect(pageSize(paging, limit)).toBe(size));

	test("is the service's where it sets it", () =>
		expect(pageSize({ ...paging, fixedSize: true }, 1)).toBe(100));
});

/** A service of which a list of numbers is fetched, with pages as a test makes them. */
function serve(answers: Array<{ status?: number; body?: unknown; headers?: IDataObject } | Error>) {
	const sent: IDataObject[] = [];
	const service: Service = {
		name: 'Test',
		credential: 'testApi',
		baseUrl: () => 'https://x.nl',
		secrets: () => [],
		concurrency: 1,
		limitKey: () => '',
		readError: () => ({}),
		advice: {},
		paging: {
			maximum: 2,
			emptyStatus: 404,
			query: ({ number, offset }) => ({ number, offset }),
			read: ({ body, headers }) => ({
				entries: (body as number[]).map((id) => ({ id })),
				total: headers.total as number | undefined,
				hasMore: headers.more as boolean | undefined,
			}),
			identify: ({ id }) => String(id),
		},
	};
	const context = {
		helpers: {
			async httpRequestWithAuthentication(_type: string, options: IDataObject) {
				sent.push(options);
				const answer = answers.shift();
				if (answer === undefined) throw new Error('one request too many');
				if (answer instanceof Error) throw answer;
				const { status = 200, body = [], headers = {} } = answer;
				return { statusCode: status, body, headers };
			},
		},
	};
	const connection = {
		context,
		service,
		credentials: {},
		baseUrl: 'https://x.nl',
		key: 'key',
		redact: (text: string) => text,
		heldBack: new WaitClock(),
		notices: new Notices(),
		allow: async () => await new Limiter(() => undefined).acquire({}),
	} as unknown as Connection;
	return { connection, sent };
}

describe('a list, one page after another', () => {
	const settings = { ...DEFAULT_RETRY_LIMITS, concurrency: 1 };

	const all = async (answers: Parameters<typeof serve>[0], list = {}) => {
		const { connection, sent } = serve(answers);
		const session = new Session(async () => connection);
		const entries = await session.list({ path: ['list'], ...list }, settings);
		return { ids: entries.map(({ id }) => id), requests: sent.length };
	};

	test.each<[string, Parameters<typeof serve>[0], number[]]>([
		['nothing, as a 404', [{ status: 404 }], []],
		['nothing, as an empty page', [{}], []],
		['one page that says so', [{ body: [1, 2], headers: { more: false } }], [1, 2]],
		[
			'an exact multiple with a total',
			[
				{ body: [1, 2], headers: { total: 4 } },
				{ body: [3, 4], headers: { total: 4 } },
			],
			[1, 2, 3, 4],
		],
		['an exact multiple without a total', [{ body: [1, 2] }, { body: [3, 4] }, {}], [1, 2, 3, 4]],
		['one over', [{ body: [1, 2] }, { body: [3] }], [1, 2, 3]],
		['a 404 past the end', [{ body: [1, 2] }, { status: 404 }], [1, 2]],
		[
			'a total that grows',
			[
				{ body: [1, 2], headers: { total: 3 } },
				{ body: [3, 4], headers: { total: 5 } },
				{ body: [5], headers: { total: 5 } },
			],
			[1, 2, 3, 4, 5],
		],
		[
			'a total that shrinks',
			[
				{ body: [1, 2], headers: { total: 6 } },
				{ body: [3], headers: { total: 3 } },
			],
			[1, 2, 3],
		],
		[
			'a total that is missing later',
			[{ body: [1, 2], headers: { total: 6 } }, { body: [3] }],
			[1, 2, 3],
		],
		[
			'its word against its total',
			[
				{ body: [1, 2], headers: { total: 2, more: true } },
				{ body: [3], headers: { total: 2, more: false } },
			],
			[1, 2, 3],
		],
		[
			'an entry that comes again',
			[
				{ body: [1, 2], headers: { total: 4 } },
				{ body: [2, 3], headers: { total: 4 } },
			],
			[1, 2, 3],
		],
	])('%s', async (_, answers, ids) => {
		const count = answers.length;
		expect(await all(answers)).toEqual({ ids, requests: count });
	});

	test('starts at an offset, and goes on by what it got', async () => {
		const { connection, sent } = serve([
			{ body: [1, 2], headers: { total: 13 } },
			{ body: [3], headers: { total: 13 } },
		]);
		const session = new Session(async () => connection);
		await session.list({ path: ['list'], offset: 10 }, settings);

		expect(sent.map(({ qs }) => (qs as IDataObject).offset)).toEqual([10, 12]);
	});

	test('asks no more than the limit needs', async () => {
		expect(await all([{ body: [1, 2] }, { body: [3, 4] }], { limit: 3 })).toEqual({
			ids: [1, 2, 3],
			requests: 2,
		});
	});
});

describe('send', () => {
	const broken = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
	const once = { attempts: 1, budget: 0 };

	test('leaves empty query values out, and sends an empty object', async () => {
		const { connection, sent } = serve([{}]);
		await send(
			connection,
			{ method: 'PUT', path: ['a'], query: { b: undefined, c: '', d: 0 }, body: {} },
			once,
		);

		expect(sent[0]).toMatchObject({ url: 'https://x.nl/a', qs: { d: 0 }, body: '{}' });
	});

	test('tells of an error that is no error of a connection, without trying again', async () => {
		const blocked = Object.assign(new Error('The address is not allowed'), {
			code: 'SSRF_BLOCKED',
		});
		const { connection, sent } = serve([blocked]);
		const request = { method: 'GET', path: ['a'] } as const;

		await expect(
			send(connection, { ...request, path: ['a'] }, DEFAULT_RETRY_LIMITS),
		).rejects.toMatchObject({
			failure: {
				message: 'The connection to Test failed (The address is not allowed, SSRF_BLOCKED)',
				attempts: 1,
			},
		});
		expect(sent).toHaveLength(1);
	});

	test('a request that may be repeated says nothing of an uncertain end', async () => {
		const { connection } = serve([broken]);

		await expect(send(connection, { method: 'PATCH', path: ['a'] }, once)).rejects.toMatchObject({
			failure: { uncertain: false, code: 'ECONNRESET' },
		});
	});
});
