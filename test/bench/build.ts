import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import type { Service } from '../../nodes/shared/request/service';
import { run } from '../n8n/tools/command';
import { buildFolder, packageFolder, requireHere } from './paths';

/** Compiles the nodes as they are published, beside `dist`, which others may be using. */
export async function build(signal: AbortSignal): Promise<void> {
	await rm(buildFolder, { recursive: true, force: true });
	const compiler = join(packageFolder, 'node_modules/typescript/bin/tsc');
	const args = [compiler, '-p', 'tsconfig.build.json', '--outDir', buildFolder];
	await run(process.execPath, args, { cwd: packageFolder, signal });
}

/** The one thing that a built module exports under a name. */
const load = <Type>(path: string, name: string): Type =>
	(requireHere(join(buildFolder, path)) as Record<string, Type>)[name];

const make = <Type>(path: string, name: string): Type => {
	const Class = load<new () => Type>(path, name);
	return new Class();
};

/** This package's nodes, as built. */
export const builtNodes = {
	corlega: () => make<INodeType>('nodes/Corlega/Corlega.node.js', 'Corlega'),
	inboxify: () => make<INodeType>('nodes/Inboxify/Inboxify.node.js', 'Inboxify'),
	cor: () => make<INodeType>('nodes/Cor/Cor.node.js', 'Cor'),
};

/** What the built nodes know of the services; to be changed at will. */
export const builtServices = {
	corlega: () => load<Service>('nodes/Corlega/corlega.service.js', 'corlega'),
	inboxify: () => load<Service>('nodes/Inboxify/inboxify.service.js', 'inboxify'),
	cor: () => load<Service>('nodes/Cor/cor.service.js', 'cor'),
};

/** The credential types of the built package. */
export const builtCredentials = {
	corlegaApi: () => make<ICredentialType>('credentials/CorlegaApi.credentials.js', 'CorlegaApi'),
	inboxifyApi: () => make<ICredentialType>('credentials/InboxifyApi.credentials.js', 'InboxifyApi'),
	corApi: () => make<ICredentialType>('credentials/CorApi.credentials.js', 'CorApi'),
};
