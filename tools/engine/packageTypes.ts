import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import manifest from '../../package.json';
import { packageFolder } from '../lib/paths';

/** The registered nodes and credential types, by name. */
export interface PackageTypes {
	/** By the name that a workflow has for them, as all here. */
	nodes: Record<string, INodeType>;
	triggers: Record<string, INodeType>;
	credentials: Record<string, ICredentialType>;
}

/** Where the registered files are instead of `dist`. */
export interface Place {
	folder: string;
	extension: '.js' | '.ts';
}

export const sources: Place = { folder: packageFolder, extension: '.ts' };

/** The paths of files that package.json registers, in a place. */
export const registeredFiles = (
	kind: 'nodes' | 'credentials',
	{ folder, extension }: Place,
): string[] =>
	manifest.n8n[kind].map((path) =>
		join(folder, path.replace(/^dist\//, '').replace(/\.js$/, extension)),
	);

const load = createRequire(__filename);

/** Creates the class that has the first part of the file's name, as n8n does. */
function make<Type>(file: string): Type {
	const [name] = basename(file).split('.');
	const { [name]: Class } = load(file) as Record<string, new () => Type>;
	return new Class();
}

const isTrigger = ({ description }: INodeType): boolean => description.group.includes('trigger');

export function loadPackage(place: Place): PackageTypes {
	const nodes = registeredFiles('nodes', place).map(make<INodeType>);
	const credentials = registeredFiles('credentials', place).map(make<ICredentialType>);
	const byName = (types: INodeType[]) =>
		Object.fromEntries(types.map((type) => [type.description.name, type]));
	return {
		nodes: byName(nodes.filter((type) => !isTrigger(type))),
		triggers: byName(nodes.filter(isTrigger)),
		credentials: Object.fromEntries(credentials.map((type) => [type.name, type])),
	};
}
