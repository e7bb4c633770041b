import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram, type Cleanup } from '../lib/cleanup';
import { packageFolder } from '../lib/paths';
import { step } from '../lib/steps';
import { checkPackages } from './check';
import { emptyFolder, writePackage } from './writePackage';
import { splitPackages } from './packages';

async function split(cleanup: Cleanup): Promise<boolean> {
	const { values } = parseArgs({
		options: { out: { type: 'string' }, check: { type: 'boolean', default: false } },
	});
	const out = resolve(values.out ?? join(packageFolder, 'split'));
	const folders: string[] = [];
	for (const target of splitPackages) {
		const folder = join(out, target.name);
		await emptyFolder(folder, target.name);
		const write = async () => await writePackage(target, folder);
		const examples = await step(`Write ${target.name}`, write);
		console.log(`${folder}: ${examples.length} examples`);
		folders.push(folder);
	}
	return values.check ? await checkPackages(folders, cleanup) : true;
}

void runProgram(split);
