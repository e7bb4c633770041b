import { startSandbox } from '../../sandbox';
import { call, sharedSandbox } from './sandbox';

const sandbox = sharedSandbox({ corlega: { contacts: 130 } });

interface Body {
	data: Array<{ id: string }>;
	meta: { total: number; hasMore: boolean };
}

const get = async (path: string, key = sandbox.corlega.addKey(['*'])) =>
	await call<Body>(`${sandbox.corlega.url}${path}`, {
		headers: { authorization: `Bearer ${key}` },
	});

test('pages hold the records that a test reads', async () => {
	const pages = [
		await get('/contacts?page=1&pageSize=100'),
		await get('/contacts?page=2&pageSize=100'),
	];

	expect(pages.flatMap(({ body }) => body.data)).toEqual(sandbox.corlega.contacts.rows);
	expect(pages.map(({ body }) => body.meta.hasMore)).toEqual([true, false]);
});

test('a contact that goes while the pages are read takes another from a page', async () => {
	const { corlega } = sandbox;
	const [gone, ...others] = [...corlega.contacts.keys()];
	corlega.onRequest = ({ query }) => {
		if (query.page === '2') corlega.contacts.delete(gone);
	};
	const first = await get('/contacts?page=1&pageSize=100');
	const second = await get('/contacts?page=2&pageSize=100');
	corlega.onRequest = undefined;
	const ids = [...first.body.data, ...second.body.data].map(({ id }) => id);

	expect(second.body.meta.total).toBe(others.length);
	expect(ids).toEqual([gone, ...others.filter((_, index) => index !== 99)]);
});

describe('the limit', () => {
	afterEach(() => {
		sandbox.corlega.limit = null;
	});

	test('is the documented one from the start', async () => {
		const { corlega, close } = await startSandbox();
		await close();

		expect(corlega.limit).toEqual({ requests: 120, windowMs: 60_000 });
	});

	test('is any number of requests in any time, for each key', async () => {
		sandbox.corlega.limit = { requests: 2, windowMs: 600_000 };
		const [key, other] = [sandbox.corlega.addKey(['*']), sandbox.corlega.addKey(['*'])];
		const answers = [
			await get('/me', key),
			await get('/me', key),
			await get('/me', key),
			await get('/me', other),
		];

		expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
		expect(answers[2].headers['retry-after']).toMatch(/^[1-9]\d*$/);
		sandbox.corlega.limit = { requests: 3, windowMs: 600_000 };
		expect(await get('/me', key)).toMatchObject({ status: 200 });
	});

	test('is none when it is null', async () => {
		sandbox.corlega.limit = null;
		const key = sandbox.corlega.addKey(['*']);
		const answers = await Promise.all(Array.from({ length: 150 }, () => get('/me', key)));

		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
	});
});
