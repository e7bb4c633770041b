import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { scan } from './scan';

/** Tests that run nodes, triggers and credentials through n8n's engine. */
const TESTS = process.argv.slice(2);

const directory = mkdtempSync(join(tmpdir(), 'secrets-'));
try {
	const log = openSync(join(directory, 'console.output'), 'w');
	const { status } = spawnSync('npx', ['jest', ...TESTS], {
		stdio: ['ignore', log, log],
		env: { ...process.env, SECRETS_DIRECTORY: directory },
	});
	const { findings, secrets, forms, size } = scan(directory);
	const megabytes = (size / 1e6).toFixed(1);
	console.log(`Looked for ${secrets} secrets in ${forms} forms in ${megabytes} MB of output.`);
	for (const { file, where } of findings) console.log(`A secret in ${file}: ${where}`);
	console.log(`${findings.length} found; the tests ${status === 0 ? 'passed' : 'failed'}.`);
	process.exitCode = findings.length === 0 && status === 0 && secrets > 0 && size > 1e6 ? 0 : 1;
} finally {
	rmSync(directory, { recursive: true, force: true });
}
