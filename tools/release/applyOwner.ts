import { runProgram } from '../lib/cleanup';
import { packageFolder } from '../lib/paths';
import { bringInStep } from './inStep';
import { readOwner } from './owner';

async function applyOwner(): Promise<boolean> {
	const changed = await bringInStep(packageFolder, await readOwner(packageFolder));
	console.log(changed.length > 0 ? changed.join('\n') : 'Everything is in step with owner.json.');
	return true;
}

void runProgram(applyOwner);
