import type { IDataObject } from 'n8n-workflow';

import { modes, ModeTrigger } from './ModeTrigger';
import { type EventName, sceneOf } from './scenes';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

const triggerOf = (event: EventName, mode = modes[0]) => {
	const scene = sceneOf(world.sandbox, event);
	const { service, parameters } = scene;
	const trigger = new ModeTrigger(mode, service, parameters, world.credentials(service));
	scene.fill(40);
	return { scene, trigger };
};

/** What the static data may be; `test/unit/trigger` has every way in which it can't be read. */
const DAMAGES: Array<[string, (data: IDataObject) => IDataObject]> = [
	['a state without its parts', (data) => ({ ...data, state: {} })],
	['other names', () => ({ lastChecked: '2026-01-01', known: null })],
];

describe.each<EventName>([
	'contactCreated',
	'quoteStatusChanged',
	'contactAdded',
	'contactUnsubscribed',
	'organisationChanged',
])("%s: the state can't be read", (event) => {
	test.each(DAMAGES)('%s: the trigger starts with a new baseline', async (_, damage) => {
		const { scene, trigger } = triggerOf(event);
		await trigger.activate();
		scene.happen();
		const data = trigger.state;
		const damaged = damage(structuredClone(data));
		for (const name of Object.keys(data)) delete data[name];
		Object.assign(data, damaged);

		expect(await trigger.tick()).toEqual([]);
		const key = scene.happen();
		expect((await trigger.tick()).map(scene.keyOf)).toEqual([key]);
	});
});

/** The same value with the keys of all objects in the other direction. */
function turned(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(turned);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, part]) => [key, turned(part)]),
	);
}

test.each([
	['contactUpdated', 'contacts'],
	['quoteUpdated', 'quotes'],
	['invoiceUpdated', 'invoices'],
	['quoteStatusChanged', 'quotes'],
] as const)('%s: keys in another order are no change', async (event, name) => {
	const { trigger } = triggerOf(event);
	const rows = world.sandbox.corlega[name];
	const nested = { a: 1, b: { c: [{ d: 1, e: 2 }], f: null } };
	for (const row of rows.rows) Object.assign(row, { nested, status: nested });
	await trigger.activate();
	for (const [id, row] of rows) rows.set(id, turned(row) as never);
	expect(await trigger.tick()).toEqual([]);

	// The order within a list matters.
	const [row] = rows.rows as unknown as IDataObject[];
	row.nested = row.status = { ...nested, b: { c: [{ e: 2 }, { d: 1 }] } };
	expect((await trigger.tick()).map(({ id }) => id)).toEqual([row.id]);
});

test('organisationChanged: keys in another order are no change', async () => {
	const { scene, trigger } = triggerOf('organisationChanged');
	const { organisations } = world.sandbox.cor;
	const link = { _links: { self: { href: 'https://x.nl/organisaties/1', name: 'a' } } };
	organisations[0].hoofdOIN = link as never;
	await trigger.activate();
	organisations[0] = turned(organisations[0]) as (typeof organisations)[number];
	scene.join();

	expect(await trigger.tick()).toEqual([]);
});
