import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { packageFolder } from '../../tools/lib/paths';
import { sharedWorld } from '../../tools/engine/world';

const world = sharedWorld();

interface PastedWorkflow {
	nodes: Array<{ name: string; type: string; parameters: IDataObject }>;
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}

/** The workflow that a README offers to paste onto the canvas. */
function workflowIn(path: string): PastedWorkflow {
	const text = readFileSync(join(packageFolder, path), 'utf8');
	const [, json] = /```json\n(\{\n {2}"nodes"[^]*?)\n```/.exec(text)!;
	return JSON.parse(json) as PastedWorkflow;
}

test('the workflow to paste of the README gives five contacts', async () => {
	const { nodes, connections } = workflowIn('README.md');
	const [start, corlega] = nodes;
	const { resource, operation, ...parameters } = corlega.parameters;

	expect(corlega.type).toBe('n8n-nodes-dutch-business.corlega');
	expect(connections[start.name].main[0]).toMatchObject([{ node: corlega.name }]);
	const { json } = await world.run(
		'corlega',
		`${String(resource)}.${String(operation)}`,
		parameters,
	);
	expect(json).toHaveLength(5);
	expect(json[0]).toHaveProperty('name');
});

test('the Dutch README offers the same workflow', () => {
	expect(workflowIn('docs/nl/README.md')).toEqual(workflowIn('README.md'));
});
