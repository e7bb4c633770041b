import type { IDataObject } from 'n8n-workflow';

import { byName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

test('subscribing alone is an update', async () => {
	const { inboxify } = world.sandbox;
	const [{ email }] = inboxify.lists.get('Webshopklanten')!.contacts.values();
	inboxify.echo = false;
	const { json } = await world.run('inboxify', 'contact.update', {
		list: byName('Webshopklanten'),
		contactId: email,
		options: { subscribe: 'unsubscribe' },
	});
	inboxify.echo = true;

	expect(json).toEqual([{ updated: true }]);
	expect(inboxify.requests[0]).toMatchObject({ query: { subscribe: 'False' }, body: {} });
});

describe('with Simplify off the contact comes as Inboxify gives it, else its ten fields that matter', () => {
	const contact = () => world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.rows[3];
	const list = byName('Webshopklanten');

	test('one contact', async () => {
		const run = async (simplify: unknown) => {
			const parameters = { list, contactId: contact().email, simplify };
			return await world.run('inboxify', 'contact.get', parameters as IDataObject);
		};
		const [full] = (await run(false)).json;
		expect(full).toEqual(contact());
		expect(Object.keys(full)).toHaveLength(23);

		for (const simplify of [true, '={{ null }}', '={{ "true" }}']) {
			const [simple] = (await run(simplify)).json;
			expect(Object.keys(simple)).toHaveLength(10);
			expect(full).toMatchObject(simple);
		}
		expect((await run('={{ "perhaps" }}')).error?.message).toBe(
			'Simplify must be one of true, false, but is "perhaps"',
		);
	});

	test('all contacts', async () => {
		const run = async (simplify: boolean) =>
			(await world.run('inboxify', 'contact.getAll', { list, returnAll: true, simplify })).json;
		const [full, simple] = [await run(false), await run(true)];

		expect(full).toEqual(world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.rows);
		expect(full).toMatchObject(simple);
		for (const each of simple) expect(Object.keys(each)).toHaveLength(10);
	});
});
