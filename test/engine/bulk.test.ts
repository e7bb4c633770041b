import type { IDataObject, INode } from 'n8n-workflow';

import { byName, CONTINUE } from '../../tools/engine/world';
import { freshWorld } from './freshWorld';

const world = freshWorld({ inboxify: { contacts: 2500 } });

const list = () => world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts;
const LIST = { list: byName('Webshopklanten') };
const EMAIL = { ...LIST, email: '={{ $json.email }}' };
const newItems = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ email: `nieuw${index}@voorbeeld.nl` }));
const insert = async (
	items: IDataObject[],
	options: IDataObject = {},
	settings: Partial<INode> = {},
) => await world.run('inboxify', 'contact.bulkInsert', { ...EMAIL, options }, { items, settings });
const batches = () => world.sandbox.inboxify.requests.map(({ body }) => (body as unknown[]).length);

test.each([
	['object', 2500, {}],
	['string', 250, { batchSize: 100 }],
	['emailOnly', 250, { batchSize: 100 }],
	['nested', 250, { batchSize: 100 }],
] as const)(
	'failures listed as %s among %i items: 3 requests, an answer per item',
	async (shape, count, options) => {
		world.sandbox.inboxify.failureShape = shape;
		const known = [...list().keys()];
		const items = newItems(count);
		const size = (2 * count) / 5;
		const refused = [0, size - 1, size, count - 1];
		refused.forEach((index) => (items[index] = { email: known[index] }));

		const { error, json, outputs } = await insert(items, options);

		expect(error).toBeUndefined();
		expect(batches()).toEqual([size, size, size / 2]);
		expect(json.map(({ email }) => email)).toEqual(items.map(({ email }) => email));
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
		const failed = json.flatMap(({ success }, index) => (success ? [] : [index]));
		expect(failed).toEqual(refused);
		for (const index of refused) {
			expect(json[index]).toEqual({
				email: known[index],
				success: false,
				reason:
					shape === 'emailOnly'
						? 'Inboxify refused this contact and gave no reason.'
						: expect.stringContaining('The contact already exists'),
			});
			expect(Object.keys(json[index])).not.toContain('error');
		}
		expect(list().size).toBe(2500 + count - refused.length);
	},
);

test('bad input is an error of its item, before anything is sent', async () => {
	const items = newItems(3);
	items[1] = { email: 'geen adres' };

	const { error } = await insert(items);

	expect(error?.message).toBe('Email must be an e-mail address, but is "geen adres"');
	expect(error?.context?.itemIndex).toBe(1);
	expect(batches()).toEqual([]);
});

test('with Continue On Fail the good items go, the bad one becomes an error item', async () => {
	const items = newItems(3);
	items[1] = { email: 'geen adres' };

	const { json, outputs } = await insert(items, {}, CONTINUE);

	expect(batches()).toEqual([2]);
	expect(json[0]).toEqual({ email: 'nieuw0@voorbeeld.nl', success: true, reason: null });
	expect(json[1].error).toMatch(/^Email must be an e-mail address/);
	expect(json[2]).toEqual({ email: 'nieuw2@voorbeeld.nl', success: true, reason: null });
	expect(outputs[0][1].pairedItem).toEqual({ item: 1 });
});

test('a request that fails is the error of all its items, and the others go on', async () => {
	const items = newItems(5);
	const body = { message: 'Er ging iets mis' };
	world.sandbox.inboxify.faults.push({ skip: 1, status: 500, body });

	const { json } = await insert(items, { batchSize: 2, lookUp: false }, CONTINUE);

	expect(batches()).toEqual([2, 2, 1]);
	const failed = expect.stringContaining(body.message) as unknown;
	const ends = json.map(({ success, error }) => success ?? error);
	expect(ends).toEqual([true, true, failed, failed, true]);
});

test('each list and each set of options has requests of its own', async () => {
	const items = [
		{ list: 'Webshopklanten', overwrite: true },
		{ list: 'Nieuwsbrief algemeen', overwrite: true },
		{ list: 'Webshopklanten', overwrite: false },
		{ list: 'Webshopklanten', overwrite: true },
	].map((item, index) => ({ ...item, email: `nieuw${index}@voorbeeld.nl` }));

	const { json } = await world.run(
		'inboxify',
		'contact.bulkInsert',
		{
			list: { __rl: true, mode: 'name', value: '={{ $json.list }}' },
			email: '={{ $json.email }}',
			options: { overwrite: '={{ $json.overwrite }}' },
		},
		{ items },
	);

	expect(json.map(({ email }) => email)).toEqual(items.map(({ email }) => email));
	expect(world.sandbox.inboxify.requests.map(({ path, query }) => [path, query.overwrite])).toEqual(
		[
			['/contacts/Webshopklanten/bulk-insert', 'True'],
			['/contacts/Nieuwsbrief algemeen/bulk-insert', 'True'],
			['/contacts/Webshopklanten/bulk-insert', 'False'],
		],
	);
});

test('the same address twice: inserted in two requests, so that each item has its own answer', async () => {
	const items = [...newItems(3), { email: 'NIEUW1@voorbeeld.nl' }];

	const { json } = await insert(items);

	expect(batches()).toEqual([3, 1]);
	expect(json.map(({ success }) => success)).toEqual([true, true, true, false]);
});

test('the same address twice: deleted once, with the same answer for both items', async () => {
	const [email] = list().keys();
	const items = [{ email }, { email: email.toUpperCase() }, { email: 'niemand@voorbeeld.nl' }];

	const { json } = await world.run('inboxify', 'contact.bulkDelete', EMAIL, { items });

	expect(batches()).toEqual([2]);
	expect(json.map(({ success }) => success)).toEqual([true, true, false]);
});

test('a bulk delete whose answer got lost is sent again, and says so where it matters', async () => {
	const [email] = list().keys();
	world.sandbox.inboxify.faults.push({ drop: 'after' });

	const { json } = await world.run('inboxify', 'contact.bulkDelete', EMAIL, { items: [{ email }] });

	expect(batches()).toEqual([1, 1]);
	expect(json[0]).toMatchObject({ email, success: false });
	expect(json[0].reason).toContain('may have been done by the first one');
});
