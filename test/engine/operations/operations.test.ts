import Ajv, { type AnySchema } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { packageFolder } from '../../tools/paths';
import { nodeTypes } from '../types';
import { type NodeName, sharedWorld } from '../world';
import type { Cases } from './case';
import { corCases } from './cor.cases';
import { corlegaCases } from './corlega.cases';
import { inboxifyCases } from './inboxify.cases';

const world = sharedWorld({ corlega: { limit: null } });

const CASES: Record<NodeName, Cases> = {
	corlega: corlegaCases(() => world.sandbox.corlega),
	inboxify: inboxifyCases(() => world.sandbox.inboxify),
	cor: corCases(() => world.sandbox.cor),
};

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

/** The output schema that the editor shows before the first run. */
function schemaOf(node: NodeName, operation: string): AnySchema {
	// Folders have the name of the class in them.
	const { name: folder } = nodeTypes[node].constructor;
	const file = `${operation.replace('.', '/')}.json`;
	const path = join(packageFolder, 'nodes', folder, '__schema__/v1.0.0', file);
	return JSON.parse(readFileSync(path, 'utf8')) as AnySchema;
}

const ajv = new Ajv({ keywords: ['version'], allowUnionTypes: true });

/** An identifier in a path, which differs from run to run, shown as ID. */
const withoutIds = (line: string): string =>
	line.replace(
		/(\/(?:contacts\/Webshopklanten|contacts|quotes|invoices|organisaties)\/)(?!Webshopklanten|Leden|bulk-)[^/]+/,
		'$1ID',
	);

describe.each(nodes)('%s', (node) => {
	test.each(Object.entries(CASES[node]))(
		'%s',
		async (operation, { parameters, requests, check }) => {
			const result = await world.run(node, operation, parameters?.());

			expect(result.error).toBeUndefined();
			check(result);
			const validate = ajv.compile(schemaOf(node, operation));
			for (const json of result.json)
				expect([validate(json), validate.errors]).toEqual([true, null]);
			expect(result.outputs[0].every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
			expect(world.log(node).map(withoutIds)).toEqual(requests);
		},
	);
});
