import { casesOf } from '../../engine/operations/cases';
import { tryOperation } from '../../engine/operations/tryOperation';
import { reachableWorld } from './reachableWorld';

const world = reachableWorld();
const cases = casesOf(world);

describe.each([
	['Operations of Corlega', 'corlega'],
	['Operations of Inboxify', 'inboxify'],
	['Operations of COR', 'cor'],
] as const)('%s', (_, node) => {
	test.each(Object.entries(cases[node]))('%s', async (operation, known) => {
		await tryOperation(world, node, operation, known);
	});
});
