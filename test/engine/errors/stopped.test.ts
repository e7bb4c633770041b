import { CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

const items = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ name: `Stop ${index}` }));

const create = async (count: number, settings = {}) =>
	await world.run(
		'corlega',
		'contact.create',
		{ name: '={{ $json.name }}', options: { concurrency: 4 } },
		{ items: items(count), settings },
	);

const REFUSED = { status: 400, body: { error: { code: 'invalid_request', message: 'Fout.' } } };

describe('a run that stops names all items that may have been created', () => {
	test('where the first one in order failed for another reason', async () => {
		world.sandbox.corlega.faults.push({ ...REFUSED, delay: 300 }, { drop: 'after' });
		const { error } = await create(8);

		expect(error?.message).toContain('Fout.');
		expect(error?.context?.itemIndex).toBe(0);
		expect(error?.description).toContain('May have been created: item 1.');
	});

	test('several of them', async () => {
		world.sandbox.corlega.faults.push(
			{ drop: 'after', delay: 100 },
			{ drop: 'after', delay: 100 },
			{ delay: 200 },
			{ drop: 'after', delay: 100 },
		);
		const { error } = await create(8);

		expect(error?.message).toContain('It may have been created all the same.');
		expect(error?.description).toContain('Done before it stopped: item 2.');
		expect(error?.description).toContain('May have been created: items 0-1, 3.');
	});

	test('one alone says it itself', async () => {
		world.sandbox.corlega.faults.push({ drop: 'after' });
		const { error } = await create(2);

		expect(error?.message).toContain('It may have been created all the same.');
		expect(error?.description).not.toContain('May have been created');
	});

	test('one that breaks off after the run has stopped was not cancelled', async () => {
		world.sandbox.corlega.faults.push(
			REFUSED,
			{ drop: 'after', delay: 300 },
			{ status: 429, headers: { 'Retry-After': '1' }, delay: 300 },
		);
		const before = world.sandbox.corlega.contacts.size;
		const { error } = await create(3);

		expect(error?.context?.itemIndex).toBe(0);
		expect(error?.description).toContain('May have been created: item 1.');
		expect(error?.description).not.toMatch(/cancelled/i);
		expect(world.sandbox.corlega.contacts.size).toBe(before + 1);
	});
});

test('an error item says once which item it was', async () => {
	world.sandbox.corlega.faults.push(REFUSED, { drop: 'after' });
	const { json } = await create(4, CONTINUE);
	const messages = json.flatMap(({ error }) => (error === undefined ? [] : [String(error)]));

	expect(messages).toHaveLength(2);
	for (const message of messages) expect(message.match(/\[item \d\]/g)).toHaveLength(1);
	expect(json.map(({ error }) => /\[item (\d)\]$/.exec(String(error))?.[1])).toEqual([
		'0',
		'1',
		undefined,
		undefined,
	]);
});
