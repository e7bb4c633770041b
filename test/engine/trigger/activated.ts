import type { World } from '../../../tools/engine/world';
import { type Mode, ModeTrigger, type ModeOptions } from './ModeTrigger';
import { type EventName, sceneOf } from './scenes';

interface ActivatedOptions extends ModeOptions {
	mode?: Mode;
	/** Records that are there. */
	count?: number;
}

/** A trigger of an active workflow. */
export async function activated(
	world: Pick<World, 'sandbox' | 'credentials'>,
	event: EventName,
	{ mode = 'default', count = 40, ...options }: ActivatedOptions = {},
) {
	const scene = sceneOf(world.sandbox, event);
	const { service, parameters } = scene;
	const trigger = new ModeTrigger(mode, service, parameters, world.credentials(service), options);
	scene.fill(count);
	await trigger.activate();
	return { scene, trigger };
}
