import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPackage, type PackageTypes, type Place } from '../engine/packageTypes';
import { run } from '../lib/command';
import { packageFolder } from '../lib/paths';
import { buildFolder, requireHere } from './paths';

/** Compiles the nodes as they are published, beside `dist`, which others may be using. */
export async function build(signal: AbortSignal): Promise<void> {
	await rm(buildFolder, { recursive: true, force: true });
	const compiler = join(packageFolder, 'node_modules/typescript/bin/tsc');
	const args = [compiler, '-p', 'tsconfig.build.json', '--outDir', buildFolder];
	await run(process.execPath, args, { cwd: packageFolder, cancelSignal: signal });
}

/** Where the compiled nodes are. */
export const buildPlace: Place = { folder: buildFolder, extension: '.js' };

let loaded: PackageTypes | undefined;

/** The nodes and credential types as built. */
export const builtTypes = (): PackageTypes => (loaded ??= loadPackage(buildPlace));

/** So many requests in any stretch of so many milliseconds. */
export interface RateLimit {
	requests: number;
	window: number;
}

/**
 * Lets the built nodes keep to a scaled rate limit of Corlega's. They find a copy of
 * their service in place of the one that was built, which stays as it is.
 * @throws Error where they are loaded already, and so have found theirs
 */
export function limitCorlega(limit: RateLimit): void {
	if (loaded) throw new Error('The built nodes are loaded already');
	const path = join(buildFolder, 'nodes/Corlega/corlega.service.js');
	const exports = requireHere(path) as { corlega: object };
	requireHere.cache[path]!.exports = {
		...exports,
		corlega: { ...exports.corlega, limit: () => limit },
	};
}
