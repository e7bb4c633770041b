import { byName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({});

test('2,500 contacts, known and new, are overwritten in 3 requests', async () => {
	const list = world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts;
	const known = [...list.keys()].slice(0, 1000);
	const items = Array.from({ length: 2500 }, (_, index) => ({
		email: known[index] ?? `nieuw${index}@voorbeeld.nl`,
	}));
	const { json } = await world.run(
		'inboxify',
		'contact.upsert',
		{
			list: byName('Webshopklanten'),
			email: '={{ $json.email }}',
			additionalFields: { city: 'Sneek' },
			options: { existing: 'overwrite' },
		},
		{ items },
	);

	expect(json.every(({ success }) => success)).toBe(true);
	expect(world.sandbox.inboxify.requests).toHaveLength(3);
	expect(list.size).toBe(4000);
	expect(list.get(known[0])).toMatchObject({ city: 'Sneek' });
});
