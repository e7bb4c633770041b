import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../../tools/lib/command';
import { step } from '../../tools/lib/steps';
import { engineFolder, type Version } from '../../tools/n8n/versions';

/** Installs the engine of a version in its own folder, once: about 20 s and 300 MB. */
export async function installEngine(version: Version, signal: AbortSignal): Promise<void> {
	const { name, n8n, core, workflow } = version;
	const folder = engineFolder(version);
	const manifest = JSON.stringify({
		name: 'engine-for-tests',
		private: true,
		dependencies: { 'n8n-core': core, 'n8n-workflow': workflow },
	});
	// Written last: without it the installation is not whole.
	const stamp = join(folder, 'installed.json');
	if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === manifest) return;
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), manifest);
	const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
	await step(`Install the engine of n8n ${name} (${n8n})`, async () => {
		await npm(['install', '--ignore-scripts', ...quiet], { cwd: folder, cancelSignal: signal });
	});
	await writeFile(stamp, manifest);
}
