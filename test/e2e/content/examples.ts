import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxCredential } from '../../../sandbox';
import { examplesFolder } from '../../tools/paths';
import type { Workflow, WorkflowNode } from './workflow';

/**
 * Our own nodes take the address from the credential; of an HTTP Request node it is a parameter. The
 * sandbox has the paths of the real services.
 */
function redirect(node: WorkflowNode, origins: Map<string, string>): WorkflowNode {
	const { url } = node.parameters;
	const [type = ''] = Object.keys(node.credentials ?? {});
	const origin = origins.get(type);
	if (typeof url !== 'string' || origin === undefined) return node;
	const local = url.replace(/^https:\/\/[^/]+/, origin);
	return { ...node, parameters: { ...node.parameters, url: local } };
}

/**
 * Reads the examples, in the order of their file names, with the sandbox's addresses in them.
 * @param services where each is, and the credential that opens it
 * @param folder where the examples stand; those of this package when absent
 */
export async function readExamples(
	services: Array<{ url: string; credential: SandboxCredential }>,
	folder = examplesFolder,
): Promise<Workflow[]> {
	const origins = new Map(
		services.map(({ url, credential }) => [credential.type, new URL(url).origin]),
	);
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	const texts = await Promise.all(
		names.map(async (name) => await readFile(join(folder, name), 'utf8')),
	);
	return texts.map((text) => {
		const workflow = JSON.parse(text) as Workflow;
		return { ...workflow, nodes: workflow.nodes.map((node) => redirect(node, origins)) };
	});
}
