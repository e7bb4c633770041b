import { createRequire } from 'node:module';
import type { Sandbox } from '../../../sandbox';
import type { World } from '../../../tools/engine/world';
import { type NodeServiceName, nodeServiceNames } from '../../../tools/services';
import type { Cases } from './case';

type CasesOf = (service: () => Sandbox[NodeServiceName]) => Cases;

const load = createRequire(__filename);

/** The operations of all nodes, to be tried in a world; those of each are in the file of its name. */
export const casesOf = (world: World): Record<NodeServiceName, Cases> =>
	Object.fromEntries(
		nodeServiceNames.map((name) => [
			name,
			(load(`./${name}.cases`) as { cases: CasesOf }).cases(() => world.sandbox[name]),
		]),
	) as Record<NodeServiceName, Cases>;
