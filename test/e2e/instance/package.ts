import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../../tools/command';
import { packageFolder } from '../../tools/paths';
import { step } from '../../tools/steps';

/** Builds packages. @returns their folders */
export type Build = (signal: AbortSignal) => Promise<string[]>;

const buildThis: Build = async (signal) => {
	await npm(['run', 'build'], { cwd: packageFolder, cancelSignal: signal });
	return [packageFolder];
};

/**
 * Packs packages that are built as they would be published.
 * @param folder is made, for the tarballs
 * @returns the paths of the tarballs
 */
async function pack(packages: string[], folder: string, signal: AbortSignal): Promise<string[]> {
	await mkdir(folder);
	for (const cwd of packages) {
		await npm(['pack', '--pack-destination', folder], { cwd, cancelSignal: signal });
	}
	return (await readdir(folder)).map((name) => join(folder, name));
}

/** Installs tarballs into the folder in which n8n keeps community packages. */
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

/**
 * Builds packages, packs them, and installs them as community packages of an n8n.
 * @param build builds them, and tells their folders; this package when absent
 */
export async function installPackage(
	userFolder: string,
	signal: AbortSignal,
	build: Build = buildThis,
): Promise<void> {
	const tarballs = await step(
		'Build and pack',
		async () => await pack(await build(signal), join(userFolder, 'tarballs'), signal),
	);
	await step(
		'Install it as a community package',
		async () => await installTarballs(tarballs, join(userFolder, '.n8n/nodes'), signal),
	);
}
