import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_RETRY_LIMITS } from '../../../nodes/shared/http/retry';
import { Session } from '../../../nodes/shared/session/session';
import { type PlannedAnswer, serve } from '../connection';

describe('a list, one page after another', () => {
	const settings = { ...DEFAULT_RETRY_LIMITS, concurrency: 1 };

	const all = async (answers: PlannedAnswer[], list = {}) => {
		const { connection, sent } = serve(answers);
		const session = new Session(async () => connection);
		const entries = await session.list({ path: ['list'], ...list }, settings);
		return { ids: entries.map(({ id }) => id), requests: sent.length };
	};

	test.each<[string, PlannedAnswer[], number[]]>([
		['no entries, as a 404', [{ status: 404 }], []],
		['no entries, as an empty page', [{}], []],
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
				{ body: [1, 2], headers: { total: 3 } },
				{ body: [3], headers: { total: 3 } },
			],
			[1, 2, 3],
		],
		[
			'a total that is missing later',
			[{ body: [1, 2], headers: { total: 3 } }, { body: [3] }],
			[1, 2, 3],
		],
		[
			'hasMore that contradicts its total',
			[
				{ body: [1, 2], headers: { total: 2, more: true } },
				{ body: [3], headers: { total: 2, more: false } },
			],
			[1, 2, 3],
		],
		[
			'an entry that moved to the next page',
			[
				{ body: [1, 2], headers: { total: 4 } },
				{ body: [2, 3], headers: { total: 4 } },
				{ body: [1, 2], headers: { total: 4 } },
				{ body: [3, 4], headers: { total: 4 } },
			],
			[1, 2, 3, 4],
		],
		[
			'an entry that is there twice',
			[
				{ body: [1, 2], headers: { total: 4 } },
				{ body: [2, 3], headers: { total: 4 } },
				{ body: [1, 2], headers: { total: 4 } },
				{ body: [2, 3], headers: { total: 4 } },
			],
			[1, 2, 3],
		],
		[
			'a page that is too short, once',
			[
				{ body: [1, 2], headers: { total: 4 } },
				{ body: [3], headers: { total: 4 } },
				{ body: [3, 4], headers: { total: 4 } },
			],
			[1, 2, 3, 4],
		],
		[
			'a page past the end of a list that has become shorter',
			[
				{ body: [1, 2], headers: { total: 3 } },
				{ status: 404 },
				{ status: 404 },
				{ body: [1, 2], headers: { total: 2 } },
				{ body: [1, 2], headers: { total: 2 } },
			],
			[1, 2],
		],
	])('%s', async (_, answers, ids) => {
		const count = answers.length;
		expect(await all(answers)).toEqual({ ids, requests: count });
	});

	test.each<[string, PlannedAnswer[], RegExp]>([
		[
			'an empty first page, and a total',
			Array.from({ length: 2 }, () => ({ headers: { total: 9 } })),
			/the list should have 9 entries, but page 1 has 0/,
		],
		[
			'a 404 in the middle',
			[
				{ body: [1, 2], headers: { total: 6 } },
				{ status: 404 },
				{ status: 404 },
				{ body: [1, 2], headers: { total: 6 } },
			],
			/should have 6 entries, but page 2 has 0/,
		],
		[
			'a page of HTML with 404',
			[
				{ body: [1, 2], headers: { total: 6 } },
				{ status: 404, body: '<html>' },
			],
			/returned an unexpected response instead of a list \(HTTP 404/,
		],
		[
			'a last page, but a higher total',
			Array.from({ length: 2 }, () => ({ body: [1, 2], headers: { total: 9, more: false } })),
			/should have 9 entries, but page 1 is the last/,
		],
		[
			'a page that stays too short',
			[
				{ body: [1, 2], headers: { total: 4 } },
				{ body: [3], headers: { total: 4 } },
				{ body: [3], headers: { total: 4 } },
			],
			/should have 4 entries, but page 2 has 1/,
		],
		[
			'an empty page, and more to come',
			[
				{ body: [1, 2], headers: { more: true } },
				{ headers: { more: true } },
				{ headers: { more: true } },
			],
			/page 2 is empty, but not the last/,
		],
		[
			'the same page again, and more to come',
			[
				{ body: [1, 2], headers: { more: true } },
				{ body: [1, 2], headers: { more: true } },
			],
			/page 2 is the same as the one before it/,
		],
		[
			'pages far beyond its total',
			[1, 3, 5, 7].map((id) => ({ body: [id, id + 1], headers: { total: 2, more: true } })),
			/the list should have 2 entries, which is wrong/,
		],
		[
			'a total that is too large',
			[{ body: [1, 2], headers: { total: 1e12 } }],
			/1,000,000,000,000 entries/,
		],
	])('a list with %s is an error', async (_, answers, message) => {
		const { connection, sent } = serve([...answers]);
		const session = new Session(async () => connection);

		await expect(session.list({ path: ['list'] }, settings)).rejects.toThrow(message);
		expect(sent).toHaveLength(answers.length);
	});

	test('starts at an offset, and continues after the entries it got', async () => {
		const { connection, sent } = serve([
			{ body: [1, 2], headers: { total: 13 } },
			{ body: [3], headers: { total: 13 } },
		]);
		const session = new Session(async () => connection);
		await session.list({ path: ['list'], offset: 10 }, settings);

		expect(sent.map(({ qs }) => (qs as IDataObject).offset)).toEqual([10, 12]);
	});

	test('requests no more than the limit needs', async () => {
		expect(await all([{ body: [1, 2] }, { body: [3, 4] }], { limit: 3 })).toEqual({
			ids: [1, 2, 3],
			requests: 2,
		});
	});
});

test('one page after another: none is requested before the caller wants it', async () => {
	const { connection, sent } = serve(
		[1, 3, 5, 7].map((id) => ({ body: [id, id + 1], headers: { total: 8 } })),
	);
	const session = new Session(async () => connection);
	const pages = session.pages({ path: ['list'] }, { ...DEFAULT_RETRY_LIMITS, concurrency: 1 });
	for (let wanted = 1; wanted <= 3; wanted++) {
		await pages.next();
		await new Promise((resolve) => setImmediate(resolve));
		expect(sent).toHaveLength(wanted);
	}
	await pages.return(undefined);

	expect(sent).toHaveLength(3);
});

test('connects once, however many requests there are', async () => {
	const { connection } = serve([{ body: [1, 2] }, { body: [3] }, { body: [] }]);
	const connect = jest.fn(async () => connection);
	const session = new Session(connect);
	const settings = { ...DEFAULT_RETRY_LIMITS, concurrency: 1 };
	await session.list({ path: ['list'] }, settings);
	await session.request({ method: 'GET', path: ['other'] }, settings);

	expect(connect).toHaveBeenCalledTimes(1);
});
