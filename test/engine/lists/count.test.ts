import { byName, CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ inboxify: { contacts: 40 } });

const list = { list: byName('Webshopklanten') };

test('the smallest page is asked for', async () => {
	await world.run('corlega', 'contact.count');
	expect(world.sandbox.corlega.requests[0].query).toMatchObject({ page: '1', pageSize: '1' });
	await world.run('inboxify', 'contact.count', list);
	expect(world.sandbox.inboxify.requests[0].query).toMatchObject({ offset: '0', limit: '1' });
});

test('a search of the register without results counts 0', async () => {
	const filters = { naam: 'Gemeente Nergenshuizen' };
	const { json } = await world.run('cor', 'organisation.count', { filters });
	expect(json).toEqual([{ count: 0 }]);
});

test('an empty filter is an error before anything is sent, as in Get Many', async () => {
	const { error } = await world.run('cor', 'organisation.count', { filters: { naam: '' } });
	expect(error?.message).toMatch(/The filter Name is empty/);
	expect(world.sandbox.cor.requests).toEqual([]);
});

test('items with the same list share a request', async () => {
	const items = Array.from({ length: 20 }, () => ({}));
	const { json } = await world.run('inboxify', 'contact.count', list, { items });
	expect(json).toEqual(items.map(() => ({ count: 40 })));
	expect(world.sandbox.inboxify.requests).toHaveLength(1);
});

test('an answer without a total is an error, not a wrong number', async () => {
	world.sandbox.corlega.faults.push({ body: { data: [{ id: '01' }] } });
	const { json } = await world.run('corlega', 'contact.count', {}, { settings: CONTINUE });
	expect(json[0].error).toMatch(/Corlega did not say how many entries the list has\. Use Get Many/);
});

test('a list that ends on its only page is counted without a total', async () => {
	world.sandbox.corlega.faults.push({ body: { data: [], meta: {} } });
	const { json } = await world.run('corlega', 'contact.count');
	expect(json).toEqual([{ count: 0 }]);
});
