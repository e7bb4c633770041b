import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { scan } from './scan';

const TESTS = process.argv.slice(2);

/** Runs the tests. @returns whether they passed */
function run(directory: string): boolean {
	const log = openSync(join(directory, 'console.output'), 'w');
	const { status } = spawnSync('npx', ['jest', ...TESTS], {
		stdio: ['ignore', log, log],
		env: { ...process.env, SECRETS_DIRECTORY: directory },
	});
	console.log(`The tests ${status === 0 ? 'passed' : 'failed'}.`);
	return status === 0;
}

/** Prints the secrets in the tests' output. @returns whether there is none */
function look(directory: string): boolean {
	const { findings, secrets, forms, size } = scan(directory);
	const megabytes = (size / 1e6).toFixed(1);
	console.log(`Looked for ${secrets} secrets in ${forms} forms in ${megabytes} MB of output.`);
	for (const { file, where } of findings) console.log(`A secret in ${file}: ${where}`);
	console.log(`${findings.length} found.`);
	return findings.length === 0 && secrets > 0 && size > 1e6;
}

// What a run of the tests has kept already is only looked through.
const kept = process.env.SECRETS_DIRECTORY;
const directory = kept ?? mkdtempSync(join(tmpdir(), 'secrets-'));
try {
	const passed = kept !== undefined || run(directory);
	process.exitCode = look(directory) && passed ? 0 : 1;
} finally {
	if (kept === undefined) rmSync(directory, { recursive: true, force: true });
}
