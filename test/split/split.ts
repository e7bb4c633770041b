import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram, type Cleanup } from '../tools/cleanup';
import { packageFolder } from '../tools/paths';
import { step } from '../tools/steps';
import { checkPackages } from './check';
import { splitPackages, type SplitPackage } from './packages';
import { writePackage } from './writePackage';

/**
 * Empties the folder that a package is written to, but for its repository.
 * @throws Error where something else stands there
 */
async function empty(folder: string, { name }: SplitPackage): Promise<void> {
	await mkdir(folder, { recursive: true });
	const entries = (await readdir(folder)).filter((entry) => entry !== '.git');
	if (entries.length === 0) return;
	const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
	if ((JSON.parse(manifest) as { name?: string }).name !== name) {
		throw new Error(`${folder} holds something else than ${name}.`);
	}
	for (const entry of entries) await rm(join(folder, entry), { recursive: true, force: true });
}

/** Makes a package of each service out of this one, and checks them if asked to. */
async function split(cleanup: Cleanup): Promise<boolean> {
	const { values } = parseArgs({
		options: { out: { type: 'string' }, check: { type: 'boolean', default: false } },
	});
	const out = resolve(values.out ?? join(packageFolder, 'split'));
	const folders: string[] = [];
	for (const target of splitPackages) {
		const folder = join(out, target.name);
		await empty(folder, target);
		const write = async () => await writePackage(target, folder);
		const examples = await step(`Write ${target.name}`, write);
		console.log(`${folder}: ${examples.length} examples`);
		folders.push(folder);
	}
	return values.check ? await checkPackages(folders, cleanup) : true;
}

void runProgram(split);
