import type { IDataObject } from 'n8n-workflow';

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
	const options = { credentials: { ...world.credentials('cor'), apiVersion: '1.0' } };
	const { json } = await world.run('cor', 'organisation.getAll', { returnAll: true }, options);

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

test.each<[unknown, string]>([
	['2025-12-31', '2025-12-31'],
	['2025-12-31T23:30:00Z', '2026-01-01'],
	['', ''],
])('Get sends Valid On and Known On %s as days in the Netherlands', async (date, sent) => {
	const options = { validOn: date, knownOn: date };
	const parameters = { oin: byId('00000001234567891000'), options };
	const { json } = await world.run('cor', 'organisation.get', parameters as IDataObject);

	expect(json).toHaveLength(1);
	const { geldigOp = '', beschikbaarOp = '' } = world.sandbox.cor.requests[0].query;
	expect([geldigOp, beschikbaarOp]).toEqual([sent, sent]);
});

test('Get refuses a day that is none before any request', async () => {
	const parameters = { oin: byId('00000001234567891000'), options: { validOn: 'gisteren' } };
	const { error } = await world.run('cor', 'organisation.get', parameters);

	expect(error?.message).toContain('Valid On');
	expect(world.log('cor')).toEqual([]);
});

test.each([true, false])('Get adds the address in Peppol, with Simplify %s', async (simplify) => {
	const options = { electronicAddress: true };
	const parameters = { oin: byId('00000001234567891000'), simplify, options };
	const { json } = await world.run('cor', 'organisation.get', parameters);

	expect(json).toMatchObject([{ peppolId: '0190:00000001234567891000' }]);
});

test('Get adds the address in Peppol to fields without the OIN', async () => {
	const parameters = { oin: byId('00000001234567891000'), output: 'selectedFields' };
	const more = { fields: ['status'], options: { electronicAddress: true } };
	const { json } = await world.run('cor', 'organisation.get', { ...parameters, ...more });

	expect(json).toEqual([{ status: 'Actief', peppolId: '0190:00000001234567891000' }]);
});
