import { type NodeName, byName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({
	corlega: { contacts: 1205, quotes: 0, invoices: 200, limit: null },
	inboxify: { contacts: 2500 },
	cor: { organisations: 930 },
});

interface List {
	node: NodeName;
	operation: string;
	/** What the service holds, in its order. */
	held(): Iterable<object>;
	idField?: 'oin';
}

const LISTS: Record<string, List> = {
	'Corlega contacts': {
		node: 'corlega',
		operation: 'contact.getAll',
		held: () => world.sandbox.corlega.contacts.values(),
	},
	'Corlega quotes': {
		node: 'corlega',
		operation: 'quote.getAll',
		held: () => [],
	},
	'Corlega invoices': {
		node: 'corlega',
		operation: 'invoice.getAll',
		held: () => world.sandbox.corlega.invoices.values(),
	},
	'Inboxify contacts': {
		node: 'inboxify',
		operation: 'contact.getAll',
		held: () => world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.values(),
	},
	organisations: {
		node: 'cor',
		operation: 'organisation.getAll',
		held: () => world.sandbox.cor.organisations,
		idField: 'oin',
	},
};

function idsIn(name: string, records = LISTS[name].held()): unknown[] {
	const { idField = 'id' } = LISTS[name];
	return [...records].map((record) => (record as Record<string, unknown>)[idField]);
}

/** Which list the operations of Inboxify read; those of the others have no such field. */
const LIST = { list: byName('Webshopklanten') };

async function fetch(name: string, parameters: object) {
	const { node, operation } = LISTS[name];
	const { json, error } = await world.run(node, operation, { ...LIST, ...parameters });
	return { ids: idsIn(name, json), error, requests: world.sandbox[node].requests };
}

test.each([
	['Corlega contacts', 1205, 13],
	['Corlega quotes', 0, 1],
	['Corlega invoices', 200, 2],
	['Inboxify contacts', 2500, 3],
	['organisations', 930, 31],
])('Return All of %s gives all %i in order, with %i requests', async (name, count, requests) => {
	const result = await fetch(name, { returnAll: true });

	expect(result.error).toBeUndefined();
	expect(result.ids).toEqual(idsIn(name));
	expect(result.ids).toHaveLength(count);
	expect(result.requests).toHaveLength(requests);
});

test.each([
	['Corlega contacts', 30, 1, { pageSize: '30' }],
	['Corlega contacts', 100, 1, { pageSize: '100' }],
	['Corlega contacts', 101, 2, { pageSize: '51' }],
	['Corlega contacts', 1, 1, { pageSize: '1' }],
	['Inboxify contacts', 30, 1, { limit: '30', offset: '0' }],
	['Inboxify contacts', 1000, 1, { limit: '1000', offset: '0' }],
	['Inboxify contacts', 1001, 2, { limit: '501', offset: '501' }],
	['organisations', 30, 1, { pagina: '1' }],
	['organisations', 31, 2, { pagina: '2' }],
])('a Limit on %s of %i takes %i request(s)', async (name, limit, requests, lastQuery) => {
	const result = await fetch(name, { limit });

	expect(result.ids).toEqual(idsIn(name).slice(0, limit));
	expect(result.requests).toHaveLength(requests);
	expect(result.requests.at(-1)!.query).toMatchObject(lastQuery);
});

test('lists end where they end when the totals are missing', async () => {
	world.sandbox.inboxify.totals = false;
	world.sandbox.cor.totals = false;
	const contacts = await fetch('Inboxify contacts', { returnAll: true });
	const organisations = await fetch('organisations', { returnAll: true });
	world.sandbox.inboxify.totals = true;
	world.sandbox.cor.totals = true;

	expect(contacts.ids).toEqual(idsIn('Inboxify contacts'));
	expect(contacts.requests).toHaveLength(3);
	expect(organisations.ids).toEqual(idsIn('organisations'));
	expect(organisations.requests).toHaveLength(31);
});

test('a contact that comes first meanwhile makes no other come twice', async () => {
	const { inboxify } = world.sandbox;
	const list = inboxify.lists.get('Webshopklanten')!;
	const before = idsIn('Inboxify contacts');
	const pages = [
		before.slice(0, 1000),
		['new', ...before].slice(1000, 2000),
		['new', ...before].slice(2000),
	];
	pages.forEach((ids, index) =>
		inboxify.faults.push({
			status: 200,
			headers: { 'X-Total-Count': String(index === 0 ? 2500 : 2501) },
			body: ids.map((id) => ({ id })),
		}),
	);
	const result = await fetch('Inboxify contacts', { returnAll: true });

	expect(list.contacts.size).toBe(2500);
	expect(result.ids).toEqual(before);
	expect(result.requests).toHaveLength(3);
});

test('a service that repeats its first page for ever is an error, and does not hold the node', async () => {
	world.sandbox.corlega.faults.push({
		times: Infinity,
		status: 200,
		body: { data: [{ id: '1' }, { id: '2' }], meta: { hasMore: true } },
	});
	const result = await fetch('Corlega contacts', { returnAll: true });

	expect(result.error?.message).toContain('page 2 is the same as the one before it');
	expect(result.requests).toHaveLength(2);
});

test('each item has a limit of its own', async () => {
	const { json, outputs } = await world.run(
		'corlega',
		'contact.getAll',
		{ limit: '={{ $json.limit }}' },
		{ items: [{ limit: 3 }, { limit: 1 }, { limit: 2 }] },
	);

	expect(json).toHaveLength(6);
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 0, 0, 1, 2, 2].map((item) => ({ item })),
	);
});

test('a page without a list is reported, with what was answered', async () => {
	world.sandbox.corlega.faults.push({
		rawBody: '<html>Log in to the network</html>',
		headers: { 'content-type': 'text/html' },
	});
	const { error } = await fetch('Corlega contacts', { returnAll: true });

	expect(error?.message).toMatch(
		/^Corlega returned an unexpected response instead of a list \(HTTP 200/,
	);
});

describe.each<[node: NodeName, operation: string, wrap: (entries: unknown[]) => unknown]>([
	['corlega', 'contact.getAll', (data) => ({ data, meta: { total: data.length } })],
	['corlega', 'quote.getAll', (data) => ({ data })],
	['corlega', 'invoice.getAll', (data) => ({ data })],
	['inboxify', 'contact.getAll', (contacts) => contacts],
	['inboxify', 'list.getAll', (lists) => lists],
	['cor', 'organisation.getAll', (organisaties) => ({ organisaties })],
])('%s %s', (node, operation, wrap) => {
	const run = async () =>
		await world.run(node, operation, { ...LIST, returnAll: true, simplify: false });

	test('an entry that is no object is an error, not left out', async () => {
		for (const entry of [null, 'x', 1, ['x']]) {
			world.sandbox[node].faults.push({ status: 200, body: wrap([{ id: '1', oin: '1' }, entry]) });
			const { error } = await run();

			expect(error?.message).toMatch(/returned an unexpected response instead of a list/);
		}
	});

	test('entries without an identifier are all returned', async () => {
		const entries = [null, undefined, '', {}].flatMap((id) => [
			{ id, oin: id, naam: 'a' },
			{ id, oin: id, naam: 'b' },
		]);
		world.sandbox[node].faults.push({ times: 2, status: 200, body: wrap(entries) });
		const { error, json } = await run();

		expect(error).toBeUndefined();
		expect(json.map(({ naam }) => naam)).toEqual(entries.map(({ naam }) => naam));
	});
});
