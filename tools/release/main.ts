import { parseArgs } from 'node:util';
import { runProgram } from '../lib/cleanup';
import { packageFolder } from '../lib/paths';
import { releaseIn } from './release';

async function main(): Promise<boolean> {
	const { values } = parseArgs({
		options: { 'dry-run': { type: 'boolean' }, verify: { type: 'string' } },
	});
	const { 'dry-run': dryRun, verify } = values;
	const { good, lines } = await releaseIn(packageFolder, { dryRun, verify });
	console.log(lines.join('\n'));
	return good;
}

void runProgram(main);
