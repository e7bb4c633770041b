import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { long, realClock } from './files';

const testFolder = join(__dirname, '..');

/** The test files in a folder of `test/`; `unit/**` includes the folders below it. */
function testsIn(pattern: string): string[] {
	const folder = pattern.replace('/**', '');
	const options = { recursive: folder !== pattern, encoding: 'utf8' } as const;
	return readdirSync(join(testFolder, folder), options)
		.filter((file) => file.endsWith('.test.ts'))
		.map((file) => join(folder, file.replace('.test.ts', '')));
}

/** Runs test files as one, so that n8n's engine is loaded once for all of them. */
export function runTogether(files: string[]): void {
	for (const file of files.sort()) {
		describe(file, () => {
			jest.requireActual(join(testFolder, `${file}.test.ts`));
		});
	}
}

/** Runs the test files of some folders as one, except those that are long or need the real clock. */
export const room = (...folders: string[]): void =>
	runTogether(
		folders.flatMap(testsIn).filter((file) => !long.includes(file) && !realClock.includes(file)),
	);
