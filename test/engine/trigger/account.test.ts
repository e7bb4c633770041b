import type { IDataObject } from 'n8n-workflow';

import { ModeTrigger, modes } from './ModeTrigger';
import { events, type Scene, sceneOf } from './scenes';
import { type NodeName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });
const other = sharedWorld({ corlega: { limit: null } });

describe.each(modes)('%s: another account', (mode) => {
	test.each(events)(
		'%s: the trigger starts with a new baseline, and then reports changes',
		async (event) => {
			const ours = sceneOf(world.sandbox, event);
			const theirs = sceneOf(other.sandbox, event);
			const { service, parameters } = ours;
			const credentials = { ours: world.credentials(service), theirs: other.credentials(service) };
			const trigger = new ModeTrigger(mode, service, parameters, credentials.ours);
			ours.fill(10);
			// As many records, and more, so that only the account differs.
			theirs.fill(45);
			await trigger.activate();
			await trigger.tick();

			const expected: string[] = [];
			for (const [scene, data] of [
				[theirs, credentials.theirs],
				[ours, credentials.ours],
				[theirs, credentials.theirs],
			] as const) {
				trigger.use(data);
				scene.happen();
				expect(await trigger.tick()).toEqual([]);
				expected.push(scene.happen());
				await trigger.tick();
			}
			expect(trigger.reported.map(ours.keyOf)).toEqual(expected);
		},
	);
});

async function expectSameAccount(scene: Scene, data: IDataObject): Promise<void> {
	const { service, parameters } = scene;
	const trigger = new ModeTrigger('default', service, parameters, world.credentials(service));
	scene.fill(10);
	await trigger.activate();
	const key = scene.happen();
	trigger.use({ ...world.credentials(service), ...data });
	await trigger.tick();
	expect(trigger.reported.map(scene.keyOf)).toEqual([key]);
}

test.each<[string, NodeName, (data: IDataObject) => IDataObject]>([
	['another limit', 'corlega', () => ({ requestsPerMinute: 200_000 })],
	['the key with a space', 'corlega', ({ apiKey }) => ({ apiKey: `${String(apiKey)} ` })],
	['the address with a slash', 'corlega', ({ baseUrl }) => ({ baseUrl: `${String(baseUrl)}/` })],
	['another way to authenticate', 'inboxify', () => ({ authentication: 'basic' })],
	[
		'a renewed certificate',
		'cor',
		({ certificate }) => ({ certificate: `${String(certificate)}\n` }),
	],
	['another version of the API', 'cor', () => ({ apiVersion: '1.0' })],
])('%s is the same account of %s', async (_, service, change) => {
	const event = { corlega: 'contactCreated', inboxify: 'contactAdded', cor: 'organisationAdded' };
	const scene = sceneOf(world.sandbox, event[service as 'cor'] as 'contactCreated');
	await expectSameAccount(scene, change(world.credentials(service)));
});

describe.each(modes)('%s: a renewed key or address of the same account', (mode) => {
	const watched = events.filter((event) => !/^organisation|COR$/.test(event));

	test.each(watched)('%s: what came since is emitted once, and nothing twice', async (event) => {
		const scene = sceneOf(world.sandbox, event);
		const { service, parameters } = scene;
		const data = world.credentials(service);
		const renewed = { ...data, baseUrl: String(data.baseUrl).replace('127.0.0.1', 'localhost') };
		const trigger = new ModeTrigger(mode, service, parameters, data);
		scene.fill(10);
		await trigger.activate();
		await trigger.tick();

		const expected: string[] = [];
		for (const credential of [renewed, data, renewed]) {
			expected.push(scene.happen());
			await trigger.tick();
			expected.push(scene.happen());
			trigger.use(credential);
			await trigger.tick();
			await trigger.tick();
		}
		expect(trigger.reported.map(scene.keyOf)).toEqual(expected);
	});
});

test('another key of Corlega that sees the same records is the same account', async () => {
	const scene = sceneOf(world.sandbox, 'contactCreated');
	await expectSameAccount(scene, { apiKey: world.sandbox.corlega.keys.contactsOnly });
});
