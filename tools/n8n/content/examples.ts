import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxCredential } from '../../../sandbox';
import { examplesFolder } from '../../lib/paths';
import type { Workflow, WorkflowNode } from './workflow';

/** Every five seconds: n8n refuses less than a minute in one rule, not in several. */
const OFTEN = {
	item: Array.from({ length: 12 }, (_, step) => ({
		mode: 'custom',
		cronExpression: `${step * 5} * * * * *`,
	})),
};

/** Our own nodes have the URL in the credential; an HTTP Request node has it in a parameter. */
function redirect(node: WorkflowNode, origins: Map<string, string>): WorkflowNode {
	const { url } = node.parameters;
	const [type = ''] = Object.keys(node.credentials ?? {});
	const origin = origins.get(type);
	if (typeof url !== 'string' || origin === undefined) return node;
	const local = url.replace(/https:\/\/[^/]+/, origin);
	return { ...node, parameters: { ...node.parameters, url: local } };
}

/** The demo doesn't wait for 14 days, or an hour until the next poll. */
function shorten(node: WorkflowNode): WorkflowNode {
	const { parameters } = node;
	if (parameters.pollTimes) return { ...node, parameters: { ...parameters, pollTimes: OFTEN } };
	if (parameters.resume !== 'timeInterval') return node;
	return { ...node, parameters: { ...parameters, amount: 2, unit: 'seconds' } };
}

/** The error workflow of the others. */
const ERROR_WORKFLOW = 'mayHaveBeenMade1';

/**
 * Reads the examples for a demo: with the sandbox's URLs, polls every few seconds and short waits.
 * @param folder of the examples; this package's when absent
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
	const workflows = texts.map((text) => JSON.parse(text) as Workflow);
	const [errorWorkflow] = workflows.map(({ id }) => id).filter((id) => id === ERROR_WORKFLOW);
	return workflows.map((workflow) => ({
		...workflow,
		nodes: workflow.nodes.map((node) => shorten(redirect(node, origins))),
		settings: {
			...workflow.settings,
			...(workflow.id === errorWorkflow ? {} : { errorWorkflow }),
		},
	}));
}
