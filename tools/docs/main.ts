import '../engine/setup';

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../lib/cleanup';
import { packageFolder } from '../lib/paths';
import { step } from '../lib/steps';
import { generateDocuments } from './documents';

/** Updates the generated parts of the documentation. */
async function writeDocuments(): Promise<boolean> {
	const documents = await step('Run every operation and trigger', generateDocuments);
	const changed = documents.filter(({ text, wanted }) => text !== wanted);
	for (const { path, wanted } of changed) await writeFile(join(packageFolder, path), wanted);
	const paths = changed.map(({ path }) => path).join('\n');
	console.log(paths || 'The documentation is in step with the nodes.');
	return true;
}

void runProgram(writeDocuments);
