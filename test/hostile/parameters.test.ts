import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { casesOf } from '../engine/operations/cases';
import { nodeTypes } from '../../tools/engine/types';
import { CONTINUE, type NodeName, sharedWorld } from '../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });
const CASES = casesOf(world);

const ODD: unknown[] = [
	null,
	'',
	' ',
	[],
	[null],
	[''],
	['x'],
	[[['x']]],
	{},
	{ toString: 1 },
	{ value: 'x' },
	{ mode: 'id' },
	{ __rl: true, value: null },
	{ field: 'x' },
	{ field: [1] },
	{ field: { name: 'x', value: { a: 1 } } },
	{ parameters: 'x' },
	{ parameters: [null, 1] },
	{ parameters: [{ name: { a: 1 }, value: 'x', type: ['number'] }] },
	{ length: 2 },
	{ __proto__: null, constructor: 'x' },
	true,
	false,
	0,
	-1,
	1.5,
	1e21,
	'NaN',
	'{"a":',
	'\u0000',
];

const GIVEN = '={{ $json.value }}';

/** The parameters with an expression in each possible place. */
function places(
	properties: INodeProperties[],
	parameters: IDataObject,
): Array<[string, IDataObject]> {
	return properties.flatMap(({ name, type, options = [] }): Array<[string, IDataObject]> => {
		const own: [string, IDataObject] = [name, { ...parameters, [name]: GIVEN }];
		if (type === 'resourceLocator') {
			return [[name, { ...parameters, [name]: { __rl: true, mode: 'id', value: GIVEN } }]];
		}
		if (type !== 'collection') return [own];
		const fields = options as INodeProperties[];
		const before = (parameters[name] ?? {}) as IDataObject;
		const inside = fields.map((field): [string, IDataObject] => [
			`${name}.${field.name}`,
			{ ...parameters, [name]: { ...before, [field.name]: GIVEN } },
		]);
		return [own, ...inside];
	});
}

const propertiesOf = (node: NodeName, operation: string): INodeProperties[] => {
	const [resource, name] = operation.split('.');
	return nodeTypes[node].description.properties.filter(
		({ displayOptions: { show } = {} }) =>
			show?.resource?.includes(resource) && show.operation?.includes(name),
	);
};

/** JavaScript's own words, which mean nothing to a user. */
const RAW =
	/is not (a function|iterable|a constructor|valid JSON)|Cannot (read|convert|destructure|create|set|use)|reading '|\[object |undefined \(|Unexpected token|circular|serialize|Maximum call/;

describe.each(Object.keys(CASES) as NodeName[])('%s', (node) => {
	test.each(Object.keys(CASES[node]))('%s: whatever its parameters hold', async (operation) => {
		const parameters = CASES[node][operation].parameters?.() ?? {};
		for (const [place, changed] of places(propertiesOf(node, operation), parameters)) {
			const { json, error, outputs } = await world.run(node, operation, changed, {
				items: ODD.map((value) => ({ value })) as IDataObject[],
				settings: CONTINUE,
			});
			expect([place, error]).toEqual([place, undefined]);
			for (const { error: failed } of outputs[0]) {
				if (failed)
					expect([place, failed.name]).toEqual([
						place,
						expect.stringMatching(/^Node(Operation|Api)Error$/),
					]);
			}
			for (const shown of json.flatMap(({ error: message }) =>
				message ? [String(message)] : [],
			)) {
				expect([place, shown]).toEqual([place, expect.not.stringMatching(RAW)]);
				expect(shown.length).toBeLessThan(1_000);
			}
		}
		for (const { path, query, body } of world.sandbox[node].requests) {
			const sent = `${path} ${JSON.stringify([query, body])}`;
			expect([operation, sent]).toEqual([
				operation,
				expect.not.stringMatching(/undefined|\[object/),
			]);
			expect(path).not.toMatch(/\/null\b/);
		}
	});
});
