import { byId, byName, CONTINUE, type NodeName, sharedWorld } from '../../tools/engine/world';

const world = sharedWorld({
	corlega: { contacts: 1205, limit: null },
	inboxify: { contacts: 2500 },
});

beforeEach(() => {
	world.sandbox.corlega.latency = 5;
	world.sandbox.inboxify.latency = 5;
	world.sandbox.cor.latency = 50;
});

const ids = () => [...world.sandbox.corlega.contacts.keys()].map(String);
/** Items with the IDs of contacts. */
const known = (count: number) =>
	ids()
		.slice(0, count)
		.map((id) => ({ id }));
const GET_BY_ID = { contactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };

/** What reads a list of several pages, and how many of them side by side. */
const LISTS: Array<[NodeName, string, object, number]> = [
	['corlega', 'contact.getAll', {}, 8],
	['inboxify', 'contact.getAll', { list: byName('Webshopklanten') }, 2],
	['cor', 'organisation.getAll', {}, 8],
];

test.each(LISTS)('%s reads pages side by side: %s', async (node, operation, parameters, most) => {
	// So long that all of them are there, however busy the machine is.
	world.sandbox[node].latency = 250;
	const { error } = await world.run(node, operation, { ...parameters, returnAll: true });

	expect(error).toBeUndefined();
	expect(world.sandbox[node].maxInFlight).toBe(most);
});

test.each(LISTS)(
	'a Concurrency of 1 reads %s strictly one after another: %s',
	async (node, operation, parameters) => {
		const options = { concurrency: 1 };
		const { json } = await world.run(node, operation, { ...parameters, returnAll: true, options });

		expect(json.length).toBeGreaterThan(900);
		expect(world.sandbox[node].maxInFlight).toBe(1);
	},
);

test('items go side by side, and come out in their order', async () => {
	const items = known(40);
	const { json, outputs } = await world.run('corlega', 'contact.get', GET_BY_ID, { items });

	expect(json.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		items.map((_, item) => ({ item })),
	);
	expect(world.sandbox.corlega.maxInFlight).toBe(8);
	expect(world.sandbox.corlega.requests).toHaveLength(40);
});

test('pages of several items share the bound', async () => {
	const words = ['gemeente', 'provincie', 'waterschap', 'stichting'];
	const { json } = await world.run(
		'cor',
		'organisation.getAll',
		{ returnAll: true, filters: { zoek: '={{ $json.zoek }}' } },
		{ items: words.map((zoek) => ({ zoek })) },
	);

	expect(json.length).toBeGreaterThan(50);
	expect(world.sandbox.cor.maxInFlight).toBeLessThanOrEqual(8);
});

test('each item has its own Concurrency', async () => {
	const items = known(20).map((item) => ({ ...item, concurrency: 2 }));
	const options = { concurrency: '={{ $json.concurrency }}' };
	await world.run('corlega', 'contact.get', { ...GET_BY_ID, options }, { items });

	expect(world.sandbox.corlega.maxInFlight).toBe(2);
});

test('an error lets no more requests leave, and says which items were done', async () => {
	const items = known(50);
	items[10] = { id: 'nobody' };
	const { error } = await world.run('corlega', 'contact.get', GET_BY_ID, { items });

	expect(error?.context?.itemIndex).toBe(10);
	expect(error?.description).toMatch(/Done before it stopped: items 0-9/);
	expect(world.sandbox.corlega.requests.length).toBeLessThan(20);
});

test('of several errors, that of the first item is shown', async () => {
	const items = [{ id: 'nobody' }, { id: 'no one' }, { id: 'none' }];
	world.sandbox.corlega.faults.push({ match: { path: /nobody/ }, delay: 30 });
	const { error } = await world.run('corlega', 'contact.get', GET_BY_ID, { items });

	expect(error?.context?.itemIndex).toBe(0);
	expect(error?.description).toContain('No item was done before this one failed.');
});

test('with Continue On Fail all items go', async () => {
	const items = known(30).map((item, index) => (index % 3 ? item : { id: `no-${index}` }));
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

test('cancelling in the middle of pages ends them, and no request leaves afterwards', async () => {
	// So long that none is answered before the test has cancelled.
	world.sandbox.cor.latency = 500;
	let cancel = () => {};
	const run = world.run(
		'cor',
		'organisation.getAll',
		{ returnAll: true },
		{
			onStart: (started) => (cancel = () => started.cancel()),
		},
	);
	world.sandbox.cor.onRequest = () => {
		if (world.sandbox.cor.requests.length === 9) cancel();
	};
	await run.catch(() => undefined);
	await new Promise((resolve) => setTimeout(resolve, 200));
	world.sandbox.cor.onRequest = undefined;

	// The first page, and those that were side by side.
	expect(world.sandbox.cor.requests.length).toBe(9);
});
