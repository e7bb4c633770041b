import type { NodeName, World } from '../../../tools/engine/world';
import type { Cases } from './case';
import { corCases } from './cor.cases';
import { corlegaCases } from './corlega.cases';
import { inboxifyCases } from './inboxify.cases';

/** The operations of all nodes, to be tried in a world. */
export const casesOf = (world: World): Record<NodeName, Cases> => ({
	corlega: corlegaCases(() => world.sandbox.corlega),
	inboxify: inboxifyCases(() => world.sandbox.inboxify),
	cor: corCases(() => world.sandbox.cor),
});
