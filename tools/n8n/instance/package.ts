import { hash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { packageFolder, userFolders } from '../../lib/paths';
import { existsSync } from 'node:fs';
import { npm } from '../../lib/command';
import { step } from '../../lib/steps';

/** All that the installed package depends on. */
const FOLDERS = ['nodes', 'credentials', 'icons'];
const FILES = [
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'tsconfig.build.json',
	'gulpfile.js',
];

async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	});
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
}

/** A hash of the names and contents of all files that the package is built from. */
export async function hashOfSources(folder = packageFolder): Promise<string> {
	const below = (
		await Promise.all(FOLDERS.map(async (name) => await filesBelow(join(folder, name))))
	).flat();
	const paths = [...below, ...FILES.map((name) => join(folder, name))].sort();
	const lines = await Promise.all(
		paths.map(async (path) => `${relative(folder, path)} ${hash('sha256', await readFile(path))}`),
	);
	return hash('sha256', lines.join('\n')).slice(0, 16);
}

/** Builds packages. @returns their folders */
export type Build = (signal: AbortSignal) => Promise<string[]>;

const buildThis: Build = async (signal) => {
	await npm(['run', 'build'], { cwd: packageFolder, cancelSignal: signal });
	return [packageFolder];
};

/** Packs built packages as published. @returns the paths of the tarballs */
async function pack(packages: string[], folder: string, signal: AbortSignal): Promise<string[]> {
	await mkdir(folder);
	for (const cwd of packages) {
		await npm(['pack', '--pack-destination', folder], { cwd, cancelSignal: signal });
	}
	return (await readdir(folder)).map((name) => join(folder, name));
}

/** Installs tarballs into n8n's folder of community packages. */
async function installTarballs(
	tarballs: string[],
	nodesFolder: string,
	signal: AbortSignal,
): Promise<void> {
	await mkdir(nodesFolder, { recursive: true });
	// As n8n itself writes it; without it npm would look for a package.json further up.
	const manifest = { name: 'installed-nodes', private: true, dependencies: {} };
	await writeFile(join(nodesFolder, 'package.json'), JSON.stringify(manifest));
	const quiet = ['--no-audit', '--no-fund'];
	// The peer dependency, n8n-workflow, is the running n8n's own.
	const lean = ['--omit=dev', '--legacy-peer-deps', '--ignore-scripts'];
	await npm(['install', ...lean, ...quiet, ...tarballs], {
		cwd: nodesFolder,
		cancelSignal: signal,
	});
}

/** The prefix of the folder with the installed package. */
const KEPT = 'package-';

/** Stores an installed package for later runs, instead of earlier ones. */
async function keep(nodesFolder: string, kept: string): Promise<void> {
	for (const name of await readdir(userFolders)) {
		if (name.startsWith(KEPT)) await rm(join(userFolders, name), { recursive: true, force: true });
	}
	// Whole or not at all: another run may look for it meanwhile.
	const unfinished = join(nodesFolder, '../kept');
	await cp(nodesFolder, unfinished, { recursive: true });
	await rename(unfinished, kept);
}

/** Builds, packs and installs packages in an n8n. Unchanged sources are not built again. */
export async function installPackage(
	userFolder: string,
	signal: AbortSignal,
	build?: Build,
): Promise<void> {
	const nodesFolder = join(userFolder, '.n8n/nodes');
	const kept = build ? undefined : join(userFolders, `${KEPT}${await hashOfSources()}`);
	if (kept && existsSync(kept)) {
		await step('Take the nodes as they were built the last time', async () => {
			await cp(kept, nodesFolder, { recursive: true });
		});
		return;
	}
	const tarballs = await step(
		'Build and pack the nodes',
		async () =>
			await pack(await (build ?? buildThis)(signal), join(userFolder, 'tarballs'), signal),
	);
	await step(
		'Install them as a community package',
		async () => await installTarballs(tarballs, nodesFolder, signal),
	);
	if (kept) await keep(nodesFolder, kept);
}
