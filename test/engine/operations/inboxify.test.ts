import { byName, sharedWorld } from '../world';

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
