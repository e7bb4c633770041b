import type { INodeType } from 'n8n-workflow';
import { nodeTypes } from '../../../tools/engine/types';
import { type NodeName, sharedWorld } from '../../../tools/engine/world';
import { casesOf } from './cases';
import { tryOperation } from './tryOperation';

const world = sharedWorld({ corlega: { limit: null } });

const CASES = casesOf(world);

const nodes = Object.keys(CASES) as NodeName[];

/** All operations that a node declares, as `resource.operation`. */
const operationsOf = ({ description: { properties } }: INodeType): string[] =>
	properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) =>
			(options ?? []).map(
				(option) =>
					`${String(displayOptions?.show?.resource?.[0])}.${String('value' in option && option.value)}`,
			),
		);

test.each(nodes)('every operation that %s declares is tried here', (node) => {
	expect(Object.keys(CASES[node]).sort()).toEqual(operationsOf(nodeTypes[node]).sort());
});

test('every node is tried here', () => {
	expect(nodes).toEqual(Object.keys(nodeTypes));
});

describe.each(nodes)('%s', (node) => {
	test.each(Object.entries(CASES[node]))('%s', async (operation, known) => {
		await tryOperation(world, node, operation, known);
	});
});
