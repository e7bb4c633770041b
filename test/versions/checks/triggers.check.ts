import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { events, sceneOf } from '../../engine/trigger/scenes';
import { reachableWorld } from './reachableWorld';

const world = reachableWorld();

describe('Polls of the triggers', () => {
	test.each(events)('%s', async (event) => {
		const scene = sceneOf(world.sandbox, event);
		scene.fill(12);
		const { service, parameters } = scene;
		const trigger = new PolledTrigger(service, parameters, world.credentials(service));

		expect(await trigger.poll()).toEqual([]);
		const expected = scene.happen();
		expect((await trigger.poll()).map((item) => scene.keyOf(item))).toEqual([expected]);
		expect(await trigger.poll()).toEqual([]);
	});
});
