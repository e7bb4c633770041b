import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPackage, type PackageTypes, type Place } from '../engine/packageTypes';
import { run } from '../lib/command';
import { packageFolder } from '../lib/paths';
import { buildFolder, requireHere } from './paths';

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

/** At most `requests` in any `window` milliseconds. */
export interface RateLimit {
	requests: number;
	window: number;
}

/** Gives the built nodes a scaled rate limit of Corlega. @throws Error once they are loaded */
export function limitCorlega(limit: RateLimit): void {
	if (loaded) throw new Error('The built nodes are loaded already');
	const path = join(buildFolder, 'nodes/Corlega/corlega.service.js');
	const exports = requireHere(path) as { corlega: object };
	requireHere.cache[path]!.exports = {
		...exports,
		corlega: { ...exports.corlega, limit: () => limit },
	};
}
