import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workflow } from '../n8n/content/workflow';
import type { NodeServiceName } from '../services';
import { examplesFolder } from '../lib/paths';
import { splitPackages, wholeName } from './packages';

export interface Example {
	file: string;
	text: string;
}

function servicesOf({ nodes }: Workflow): NodeServiceName[] {
	const names = nodes.flatMap(({ type, credentials = {} }) => [
		...(type.startsWith(`${wholeName}.`) ? [type.slice(wholeName.length + 1)] : []),
		...Object.keys(credentials),
	]);
	return splitPackages
		.map(({ service }) => service)
		.filter((service) => names.some((name) => new RegExp(`^${service}([A-Z]|$)`).test(name)));
}

/** The examples that need only this service, by file name. */
export async function examplesOf(service: NodeServiceName): Promise<Example[]> {
	const files = (await readdir(examplesFolder)).filter((file) => file.endsWith('.json')).sort();
	const examples = await Promise.all(
		files.map(async (file) => ({ file, text: await readFile(join(examplesFolder, file), 'utf8') })),
	);
	return examples.filter(({ text }) => servicesOf(JSON.parse(text) as Workflow).join() === service);
}
