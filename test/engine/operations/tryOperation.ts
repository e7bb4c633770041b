import Ajv, { type AnySchema } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../../tools/lib/paths';
import { nodeTypes } from '../../../tools/engine/types';
import type { NodeName, World } from '../../../tools/engine/world';
import type { Case } from './case';

/** The output schema that the editor shows before the first run. @param operation absent: the trigger's */
export function schemaOf(node: NodeName, operation = ''): AnySchema {
	// Folders have the name of the class in them.
	const { name: folder } = nodeTypes[node].constructor;
	const file = ['v1.0.0', ...operation.split('.')].filter(Boolean).join('/');
	const path = join(packageFolder, 'nodes', folder, '__schema__', `${file}.json`);
	return JSON.parse(readFileSync(path, 'utf8')) as AnySchema;
}

export const ajv = new Ajv({ keywords: ['version'], allowUnionTypes: true });

/** An identifier in a path, which differs from run to run, shown as ID. */
const withoutIds = (line: string): string =>
	line.replace(
		/(\/(?:contacts\/(?:Webshopklanten|Nieuwsbrief algemeen|Leden & donateurs)|contacts|quotes|invoices|organisaties)\/)(?!Webshopklanten|Nieuwsbrief|Leden|bulk-)[^/]+/,
		'$1ID',
	);

/** Runs an operation, and expects of it what its case says, and what holds of all. */
export async function tryOperation(
	world: World,
	node: NodeName,
	operation: string,
	{ parameters, requests, check }: Case,
): Promise<void> {
	const result = await world.run(node, operation, parameters?.());

	expect(result.error).toBeUndefined();
	check(result);
	const validate = ajv.compile(schemaOf(node, operation));
	for (const json of result.json) expect([validate(json), validate.errors]).toEqual([true, null]);
	expect(result.outputs[0].every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
	expect(world.log(node).map(withoutIds)).toEqual(requests);
}
