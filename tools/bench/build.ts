import { createRequire } from 'node:module';
import { join } from 'node:path';
import { n8nFolder, packageFolder } from '../lib/paths';
import { rm } from 'node:fs/promises';
import { loadPackage, type PackageTypes, type Place } from '../engine/packageTypes';
import { run } from '../lib/command';

/** In node_modules, so that the nodes find the same n8n-workflow. */
export const buildFolder = join(packageFolder, 'node_modules/.cache/dutch-business-bench');
export const nodesBaseFolder = join(n8nFolder, 'node_modules/n8n-nodes-base');

/** Resolves modules like this package. */
export const requireHere = createRequire(join(packageFolder, 'package.json'));

/** Compiles the nodes as published, but not to `dist`, which others may be using. */
export async function build(signal: AbortSignal): Promise<void> {
	await rm(buildFolder, { recursive: true, force: true });
	const compiler = join(packageFolder, 'node_modules/typescript/bin/tsc');
	const args = [compiler, '-p', 'tsconfig.build.json', '--outDir', buildFolder];
	await run(process.execPath, args, { cwd: packageFolder, cancelSignal: signal });
}

export const buildPlace: Place = { folder: buildFolder, extension: '.js' };

let loaded: PackageTypes | undefined;

export const builtTypes = (): PackageTypes => (loaded ??= loadPackage(buildPlace));

/**
 * Gives the built nodes a scaled rate limit of Corlega: at most so many requests in any `window`
 * milliseconds. @throws Error once they are loaded
 */
export function limitCorlega(limit: { requests: number; window: number }): void {
	if (loaded) throw new Error('The built nodes are loaded already');
	const path = join(buildFolder, 'nodes/Corlega/corlega.service.js');
	const exports = requireHere(path) as { corlega: object };
	requireHere.cache[path]!.exports = {
		...exports,
		corlega: { ...exports.corlega, limit: () => limit },
	};
}
