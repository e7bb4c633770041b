import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../../tools/command';
import { packageFolder } from '../../tools/paths';
import { step } from '../../tools/steps';

/** Builds this package and packs it as it would be published. @returns the path of the tarball */
async function pack(folder: string, signal: AbortSignal): Promise<string> {
	await mkdir(folder);
	const options = { cwd: packageFolder, cancelSignal: signal };
	await npm(['run', 'build'], options);
	await npm(['pack', '--pack-destination', folder], options);
	const [name] = await readdir(folder);
	return join(folder, name);
}

/** Installs a tarball into the folder in which n8n keeps community packages. */
async function installTarball(
	tarball: string,
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
	await npm(['install', ...lean, ...quiet, tarball], {
		cwd: nodesFolder,
		cancelSignal: signal,
	});
}

/** Builds, packs and installs this package as a community package of an n8n. */
export async function installPackage(userFolder: string, signal: AbortSignal): Promise<void> {
	const tarball = await step(
		'Build and pack this package',
		async () => await pack(join(userFolder, 'tarball'), signal),
	);
	await step(
		'Install it as a community package',
		async () => await installTarball(tarball, join(userFolder, '.n8n/nodes'), signal),
	);
}
