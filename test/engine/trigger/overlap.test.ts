import { activated } from './activated';
import { modes, ModeTrigger } from './ModeTrigger';
import { events } from './scenes';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

afterEach(() => {
	for (const service of ['corlega', 'inboxify', 'cor'] as const) {
		world.sandbox[service].latency = 0;
	}
});

describe.each(modes)('%s: polls at the same time', (mode) => {
	test.each(events)('%s is reported once', async (event) => {
		const { scene, trigger } = await activated(world, event, { mode });
		const expected: string[] = [];
		world.sandbox[scene.service].latency = 20;
		for (let round = 0; round < 3; round++) {
			expected.push(scene.happen(), scene.happen());
			await trigger.tickAtOnce(4);
		}
		await trigger.tick();

		expect(trigger.reported.map(scene.keyOf)).toEqual(expect.arrayContaining(expected));
		expect(trigger.reported).toHaveLength(expected.length);
	});
});

test('a poll during another one sends nothing', async () => {
	const { trigger } = await activated(world, 'organisationAdded');
	world.sandbox.cor.latency = 20;
	world.clear();
	await trigger.tickAtOnce(4);

	expect(world.log('cor')).toEqual(['GET /laatsteWijziging']);
});

test('polls of two triggers run side by side', async () => {
	const { scene, trigger: first } = await activated(world, 'contactCreated');
	const { service, parameters } = scene;
	const second = new ModeTrigger('default', service, parameters, world.credentials(service));
	await second.activate();
	const key = scene.happen();
	world.sandbox.corlega.latency = 20;
	await Promise.all([first.tick(), second.tick()]);

	expect(first.reported.map(scene.keyOf)).toEqual([key]);
	expect(second.reported.map(scene.keyOf)).toEqual([key]);
});

test.each(
	modes.flatMap((mode) =>
		(
			['contactAdded', 'contactUnsubscribed', 'quoteStatusChanged', 'organisationChanged'] as const
		).map((event) => [mode, event] as const),
	),
)('%s, %s: after a poll that failed the next one reports the change', async (mode, event) => {
	const { scene, trigger } = await activated(world, event, { mode });
	const key = scene.happen();
	// COR is first asked whether anything changed.
	world.sandbox[scene.service].faults.push({ status: 500, skip: scene.service === 'cor' ? 1 : 0 });
	await expect(trigger.tick()).rejects.toThrow('HTTP 500');
	await trigger.tick();

	expect(trigger.reported.map(scene.keyOf)).toEqual([key]);
});

test('a test in the editor shows examples during a poll', async () => {
	const { trigger } = await activated(world, 'contactCreated');
	world.sandbox.corlega.latency = 20;
	const [, examples] = await Promise.all([trigger.tick(), trigger.examples()]);

	expect(examples).toHaveLength(3);
});
