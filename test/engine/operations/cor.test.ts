import { byId, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

test("COR gives the service's own object with Simplify off, relations included", async () => {
	const sub = world.sandbox.cor.organisations.find(({ hoofdOIN }) => hoofdOIN)!;
	const run = async (simplify: boolean, expand: boolean) => {
		const parameters = { oin: byId(sub.oin), simplify, options: { expand } };
		return (await world.run('cor', 'organisation.get', parameters)).json[0];
	};

	expect(await run(true, false)).toMatchObject({ oin: sub.oin, hoofdOin: sub.hoofdOIN });
	expect(await run(true, true)).toMatchObject({ oin: sub.oin, hoofdOin: sub.hoofdOIN });
	expect(await run(false, true)).toMatchObject({ hoofdOIN: { oin: sub.hoofdOIN } });
	expect(await run(false, false)).toMatchObject({ hoofdOIN: { _links: { self: {} } } });
});

test('COR reads version 1.0, which answers without links', async () => {
	const credentials = { ...world.credentials('cor'), apiVersion: '1.0' };
	const { json } = await world.run(
		'cor',
		'organisation.getAll',
		{ returnAll: true },
		{ credentials },
	);

	expect(json).toHaveLength(930);
	expect(world.sandbox.cor.requests[0].headers).toMatchObject({
		accept: 'application/hal+json',
		'accept-version': '1.0',
	});
});

test('a search without results in COR gives no items', async () => {
	const parameters = { filters: { naam: 'Gemeente Nergens' } };
	const { error, json } = await world.run('cor', 'organisation.getAll', parameters);

	expect(error).toBeUndefined();
	expect(json).toEqual([]);
});
