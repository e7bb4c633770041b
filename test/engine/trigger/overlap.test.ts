import { type Mode, modes, ModeTrigger } from './ModeTrigger';
import { events, sceneOf } from './scenes';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

afterEach(() => {
	for (const service of ['corlega', 'inboxify', 'cor'] as const) {
		world.sandbox[service].latency = 0;
	}
});

const triggerOf = (mode: Mode, { service, parameters }: ReturnType<typeof sceneOf>) =>
	new ModeTrigger(mode, service, parameters, world.credentials(service));

describe.each(modes)('%s: polls that go on at the same time', (mode) => {
	test.each(events)('%s is told once', async (event) => {
		const scene = sceneOf(world.sandbox, event);
		const trigger = triggerOf(mode, scene);
		scene.fill(40);
		await trigger.activate();
		const expected: string[] = [];
		world.sandbox[scene.service].latency = 20;
		for (let round = 0; round < 3; round++) {
			expected.push(scene.happen(), scene.happen());
			await trigger.together(4);
		}
		await trigger.tick();

		expect(trigger.told.map(scene.keyOf)).toEqual(expect.arrayContaining(expected));
		expect(trigger.told).toHaveLength(expected.length);
	});
});

test('a poll while another one goes on sends nothing', async () => {
	const scene = sceneOf(world.sandbox, 'organisationAdded');
	const trigger = triggerOf('default', scene);
	scene.fill(40);
	await trigger.activate();
	world.sandbox.cor.latency = 20;
	world.clear();
	await trigger.together(4);

	expect(world.log('cor')).toEqual(['GET /laatsteWijziging']);
});

test('polls of two triggers go on side by side', async () => {
	const scene = sceneOf(world.sandbox, 'contactCreated');
	const first = triggerOf('default', scene);
	const second = triggerOf('default', scene);
	scene.fill(40);
	await first.activate();
	await second.activate();
	const key = scene.happen();
	world.sandbox.corlega.latency = 20;
	await Promise.all([first.tick(), second.tick()]);

	expect(first.told.map(scene.keyOf)).toEqual([key]);
	expect(second.told.map(scene.keyOf)).toEqual([key]);
});

test.each(modes)('%s: after a poll that failed the next one polls', async (mode) => {
	const scene = sceneOf(world.sandbox, 'contactAdded');
	const trigger = triggerOf(mode, scene);
	scene.fill(40);
	await trigger.activate();
	const key = scene.happen();
	world.sandbox.inboxify.faults.push({ status: 500 });
	await expect(trigger.tick()).rejects.toThrow('HTTP 500');
	await trigger.tick();

	expect(trigger.told.map(scene.keyOf)).toEqual([key]);
});

test('a test in the editor shows examples while a poll goes on', async () => {
	const scene = sceneOf(world.sandbox, 'contactCreated');
	const trigger = triggerOf('default', scene);
	scene.fill(40);
	await trigger.activate();
	world.sandbox.corlega.latency = 20;
	const [, examples] = await Promise.all([trigger.tick(), trigger.examples()]);

	expect(examples).toHaveLength(3);
});
