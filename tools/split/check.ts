import { rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readExamples } from '../n8n/content/examples';
import { isGood, tableOf } from '../n8n/content/execution';
import { runExamples } from '../demo/occasions/runExamples';
import { startInstance } from '../n8n/instance/startInstance';
import type { Cleanup } from '../lib/cleanup';
import { npm, run } from '../lib/command';
import { packageFolder } from '../lib/paths';
import { step } from '../lib/steps';

const scanner = join(packageFolder, 'tools/scan/scan.mjs');

/** All packages need the same tools: installed once. */
async function install([first, ...others]: string[], cancelSignal: AbortSignal): Promise<void> {
	await npm(['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
		cwd: first,
		cancelSignal,
	});
	for (const folder of others) {
		const link = join(folder, 'node_modules');
		await rm(link, { recursive: true, force: true });
		await symlink(join(first, 'node_modules'), link);
	}
}

/** Lints, builds and scans a package. @throws Error with the problems */
async function judge(folder: string, cancelSignal: AbortSignal): Promise<void> {
	const options = { cwd: folder, cancelSignal };
	const found = await npm(['run', 'lint'], options);
	// With warnings alone n8n's command succeeds.
	if (/\d+ problem/.test(found)) throw new Error(found);
	await npm(['run', 'build'], options);
	console.log(`${basename(folder)}\n${await run('node', [scanner, folder], options)}`);
}

/** Lints, builds and scans single-service packages. @throws Error with the problems of a package */
export async function checkSources(folders: string[], { signal }: Cleanup): Promise<void> {
	await step('Install what they are built with', async () => await install(folders, signal));
	await step('Lint, build and scan them', async () => {
		await Promise.all(folders.map(async (folder) => await judge(folder, signal)));
	});
}

/** Installs packages that are built in a real n8n, and runs their examples. */
export async function checkRun(folders: string[], cleanup: Cleanup): Promise<boolean> {
	const instance = await startInstance(
		cleanup,
		async (services) => {
			const read = async (folder: string) => await readExamples(services, join(folder, 'examples'));
			return (await Promise.all(folders.map(read))).flat();
		},
		async () => await Promise.resolve(folders),
	);
	const results = await runExamples(instance);
	console.log(tableOf(results));
	const good = results.length > 0 && results.every(isGood);
	if (!good) console.log(`\nThe end of n8n's log:\n${await instance.server.process.log()}`);
	return good;
}
