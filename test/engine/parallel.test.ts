import { corlega } from '../../nodes/Corlega/corlega.service';
import { byId, byName, CONTINUE, type NodeName, World } from './world';

let world: World;

beforeAll(async () => {
	world = await World.start({
		corlega: { contacts: 1205, limit: null },
		inboxify: { contacts: 2500 },
	});
});

afterAll(async () => {
	corlega.limit = limit;
	await world.sandbox.close();
});

const { limit } = corlega;

beforeEach(() => {
	world.clear();
	corlega.limit = undefined;
	world.sandbox.corlega.latency = 5;
	world.sandbox.inboxify.latency = 5;
	world.sandbox.cor.latency = 50;
});

const ids = () => [...world.sandbox.corlega.contacts.keys()].map(String);
const GET_BY_ID = { contactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };

test.each<[NodeName, string, object, number]>([
	['corlega', 'contact.getAll', {}, 8],
	['inboxify', 'contact.getAll', { list: byName('Webshopklanten') }, 2],
	['cor', 'organisation.getAll', {}, 8],
])('%s reads pages side by side: %s', async (node, operation, parameters, most) => {
	const { error } = await world.run(node, operation, { ...parameters, returnAll: true });

	expect(error).toBeUndefined();
	expect(world.sandbox[node].maxInFlight).toBe(most);
});

test.each<[NodeName, string, object]>([
	['corlega', 'contact.getAll', {}],
	['inboxify', 'contact.getAll', { list: byName('Webshopklanten') }],
	['cor', 'organisation.getAll', {}],
])(
	'a Concurrency of 1 reads %s strictly one after another: %s',
	async (node, operation, parameters) => {
		const options = { concurrency: 1 };
		const { json } = await world.run(node, operation, { ...parameters, returnAll: true, options });

		expect(json.length).toBeGreaterThan(900);
		expect(world.sandbox[node].maxInFlight).toBe(1);
	},
);

test('items go side by side, and come out in their order', async () => {
	const items = ids()
		.slice(0, 40)
		.map((id) => ({ id }));
	const { json, outputs } = await world.run('corlega', 'contact.get', GET_BY_ID, { items });

	expect(json.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		items.map((_, item) => ({ item })),
	);
	expect(world.sandbox.corlega.maxInFlight).toBe(8);
	expect(world.sandbox.corlega.requests).toHaveLength(40);
});

test('pages of several items share the bound', async () => {
	const { json } = await world.run(
		'cor',
		'organisation.getAll',
		{ returnAll: true, filters: { zoek: '={{ $json.zoek }}' } },
		{
			items: [
				{ zoek: 'gemeente' },
				{ zoek: 'provincie' },
				{ zoek: 'waterschap' },
				{ zoek: 'stichting' },
			],
		},
	);

	expect(json.length).toBeGreaterThan(50);
	expect(world.sandbox.cor.maxInFlight).toBeLessThanOrEqual(8);
});

test('each item has its own Concurrency', async () => {
	const items = ids()
		.slice(0, 20)
		.map((id) => ({ id, concurrency: 2 }));
	const options = { concurrency: '={{ $json.concurrency }}' };
	await world.run('corlega', 'contact.get', { ...GET_BY_ID, options }, { items });

	expect(world.sandbox.corlega.maxInFlight).toBe(2);
});

test('an error lets no more requests leave, and says which items were done', async () => {
	const items = ids()
		.slice(0, 50)
		.map((id) => ({ id }));
	items[10] = { id: 'nobody' };
	const { error } = await world.run('corlega', 'contact.get', GET_BY_ID, { items });

	expect(error?.context?.itemIndex).toBe(10);
	expect(error?.description).toMatch(/Done before it stopped: items 0-9/);
	expect(world.sandbox.corlega.requests.length).toBeLessThan(20);
});

test('of several errors the one of the first item is told', async () => {
	const items = [{ id: 'nobody' }, { id: 'no one' }, { id: 'none' }];
	world.sandbox.corlega.faults.push({ match: { path: /nobody/ }, delay: 30 });
	const { error } = await world.run('corlega', 'contact.get', GET_BY_ID, { items });

	expect(error?.context?.itemIndex).toBe(0);
	expect(error?.description).toContain('No item was done before this one failed.');
});

test('with Continue On Fail all items go', async () => {
	const items = ids()
		.slice(0, 30)
		.map((id, index) => ({ id: index % 3 === 0 ? `no-${index}` : id }));
	const { json } = await world.run('corlega', 'contact.get', GET_BY_ID, {
		items,
		settings: CONTINUE,
	});

	expect(json).toHaveLength(30);
	expect(json.flatMap(({ error }, index) => (error ? [index] : []))).toEqual([
		0, 3, 6, 9, 12, 15, 18, 21, 24, 27,
	]);
});

test('what several items need is asked once, and none shares what it holds', async () => {
	const [id] = ids();
	const { outputs } = await world.run(
		'corlega',
		'contact.get',
		{ contactId: byId(id) },
		{ items: [{}, {}, {}] },
	);

	expect(world.sandbox.corlega.requests).toHaveLength(1);
	const [first, second, third] = outputs[0].map(({ json }) => json);
	expect(second).toEqual(first);
	expect(second).not.toBe(first);
	expect(third).not.toBe(second);
});

test('a list that several items need is fetched once', async () => {
	const { json } = await world.run(
		'corlega',
		'contact.getAll',
		{ returnAll: true },
		{ items: [{}, {}] },
	);

	expect(json).toHaveLength(2 * world.sandbox.corlega.contacts.size);
	expect(world.sandbox.corlega.requests).toHaveLength(13);
});

test('writes to the same contact go in their order', async () => {
	const [id] = ids();
	const items = Array.from({ length: 12 }, (_, index) => ({ phone: String(index) }));
	const parameters = { contactId: byId(id), updateFields: { phone: '={{ $json.phone }}' } };
	world.sandbox.corlega.faults.push({ delay: 20 });
	const { json } = await world.run('corlega', 'contact.update', parameters, { items });

	expect(json.map(({ phone }) => phone)).toEqual(items.map(({ phone }) => phone));
	expect(world.sandbox.corlega.contacts.get(id)).toMatchObject({ phone: '11' });
});

describe('the limit of a key, with a window of a second', () => {
	const scaled = { requests: 12, window: 1000 };

	beforeEach(() => {
		corlega.limit = scaled;
		world.sandbox.corlega.limit = { requests: 12, windowMs: 1000 };
	});

	afterEach(() => {
		world.sandbox.corlega.limit = null;
	});

	/** A key of its own for each test, so that none waits for another's requests. */
	const credentials = () => ({
		...world.credentials('corlega'),
		apiKey: world.sandbox.corlega.addKey(['*']),
	});
	const named = (prefix: string, count: number) =>
		Array.from({ length: count }, (_, index) => ({ name: `${prefix} ${index}` }));
	const CREATE = { name: '={{ $json.name }}' };
	const refusals = () =>
		world.sandbox.corlega.requests.filter(({ status }) => status === 429).length;

	test('one execution never meets it', async () => {
		const items = named('Eén', 40);
		const { error, json } = await world.run('corlega', 'contact.create', CREATE, {
			items,
			credentials: credentials(),
		});

		expect(error).toBeUndefined();
		expect(json.map(({ name }) => name)).toEqual(items.map(({ name }) => name));
		expect(refusals()).toBe(0);
		expect(world.sandbox.corlega.requests).toHaveLength(40);
	});

	test('two executions on the same key never meet it', async () => {
		const shared = credentials();
		const runs = await Promise.all(
			['A', 'B'].map(
				async (prefix) =>
					await world.run('corlega', 'contact.create', CREATE, {
						items: named(prefix, 20),
						credentials: shared,
					}),
			),
		);

		expect(runs.map(({ json }) => json.length)).toEqual([20, 20]);
		expect(refusals()).toBe(0);
		expect(world.sandbox.corlega.requests).toHaveLength(40);
	});

	test('beside a program that uses up half of it, every item is created once', async () => {
		const { url } = world.sandbox.corlega;
		const shared = credentials();
		let stop = false;
		const foreign = (async () => {
			while (!stop) {
				const headers = { Authorization: `Bearer ${shared.apiKey}` };
				await Promise.all([1, 2].map(async () => await fetch(`${url}/organization`, { headers })));
				await new Promise((resolve) => setTimeout(resolve, 333));
			}
		})();
		const items = named('Naast', 40);
		const before = world.sandbox.corlega.contacts.size;
		const { error, json } = await world.run('corlega', 'contact.create', CREATE, {
			items,
			credentials: shared,
		});
		stop = true;
		await foreign;

		expect(error).toBeUndefined();
		expect(json.map(({ name }) => name)).toEqual(items.map(({ name }) => name));
		expect(world.sandbox.corlega.contacts.size).toBe(before + 40);
	});

	test('cancelling ends the wait, and no request leaves afterwards', async () => {
		corlega.limit = { requests: 4, window: 60_000 };
		let cancel = () => {};
		const run = world.run('corlega', 'contact.create', CREATE, {
			items: named('Weg', 30),
			settings: CONTINUE,
			credentials: credentials(),
			onStart: (started) => (cancel = () => started.cancel()),
		});
		while (world.sandbox.corlega.requests.length < 4) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		cancel();
		await run.catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, 300));

		expect(world.sandbox.corlega.requests).toHaveLength(4);
	});
});

test('cancelling in the middle of pages ends them, and no request leaves afterwards', async () => {
	world.sandbox.cor.latency = 50;
	let cancel = () => {};
	const run = world.run(
		'cor',
		'organisation.getAll',
		{ returnAll: true },
		{
			onStart: (started) => (cancel = () => started.cancel()),
		},
	);
	while (world.sandbox.cor.requests.length < 9) {
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	cancel();
	const sent = world.sandbox.cor.requests.length;
	await run.catch(() => undefined);
	await new Promise((resolve) => setTimeout(resolve, 200));

	expect(world.sandbox.cor.requests.length).toBe(sent);
});
