import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from '../../../sandbox';
import { examplesFolder } from '../tools/paths';
import type { Workflow, WorkflowNode } from './workflow';

/** Pairs of a real address and the sandbox's. */
type Addresses = Array<[real: string, local: string]>;

/** Our own nodes take the address from the credential; of an HTTP Request node it is a parameter. */
function redirect(node: WorkflowNode, addresses: Addresses): WorkflowNode {
	const { url } = node.parameters;
	if (typeof url !== 'string') return node;
	const local = addresses.reduce((result, [from, to]) => result.replace(from, to), url);
	return { ...node, parameters: { ...node.parameters, url: local } };
}

/** Reads the examples, in the order of their file names, with the sandbox's addresses in them. */
export async function readExamples({ corlega, inboxify, cor }: Sandbox): Promise<Workflow[]> {
	const addresses: Addresses = [
		['https://api.corlega.com/v1', corlega.url],
		['https://api.inboxify.net', inboxify.url],
		['https://portaal.digikoppeling.nl/registers/api/v1', cor.url],
	];
	const names = (await readdir(examplesFolder)).filter((name) => name.endsWith('.json')).sort();
	const texts = await Promise.all(
		names.map(async (name) => await readFile(join(examplesFolder, name), 'utf8')),
	);
	return texts.map((text) => {
		const workflow = JSON.parse(text) as Workflow;
		return { ...workflow, nodes: workflow.nodes.map((node) => redirect(node, addresses)) };
	});
}
