import type { SandboxOptions } from '../../sandbox';
import { World } from '../../tools/engine/world';

/** A world that starts again before each test. */
export function freshWorld(options?: SandboxOptions): World {
	const world = new World();
	beforeEach(async () => await world.start(options));
	afterEach(async () => await world.sandbox.close());
	return world;
}
