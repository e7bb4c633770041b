import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram, type Cleanup } from '../lib/cleanup';
import { packageFolder } from '../lib/paths';
import { step } from '../lib/steps';
import { checkRun, checkSources } from './check';
import { emptyFolder, writePackage } from './writePackage';
import { splitPackages } from './packages';

async function split(cleanup: Cleanup): Promise<boolean> {
	const flag = { type: 'boolean', default: false } as const;
	const { values } = parseArgs({
		options: { out: { type: 'string' }, check: flag, 'check-sources': flag, 'check-run': flag },
	});
	const out = resolve(values.out ?? join(packageFolder, 'split'));
	const folders = splitPackages.map(({ name }) => join(out, name));
	if (!values['check-run']) {
		for (const [index, target] of splitPackages.entries()) {
			await emptyFolder(folders[index], target.name);
			const write = async () => await writePackage(target, folders[index]);
			const examples = await step(`Write ${target.name}`, write);
			console.log(`${folders[index]}: ${examples.length} examples`);
		}
	}
	if (values.check || values['check-sources']) await checkSources(folders, cleanup);
	return values.check || values['check-run'] ? await checkRun(folders, cleanup) : true;
}

void runProgram(split);
