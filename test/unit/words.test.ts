import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../../tools/lib/paths';

/** Dutch in English words; the usual word is beside it in a comment. */
const PHRASES = [
	/\btells each\b/, // emits each
	/can't be told/, // can't determine
	/takes? stock/, // starts over with a new baseline
	/told before/, // previously reported
	/once more/, // again
	/[Bb]lots?\b/, // redacts
	/at the most/, // at most
	/\b[Aa]new\b/, // again
	/somebody else's/, // from another program
	/gone on with/, // continued
	/worth keeping/, // must be saved
	/put right/, // fixed
	/in vain/, // without success
	/left alone/, // is rate limiting requests
	/contradicts? (itself|themselves)/, // is inconsistent
	/something else than/, // an unexpected response instead of
];

const FOLDERS = ['nodes', 'credentials', 'docs'];
const DOCUMENTS = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];

async function filesIn(folder: string): Promise<string[]> {
	const files = await readdir(join(packageFolder, folder), { recursive: true });
	return files
		.filter((file) => /\.(ts|md)$/.test(file) && !file.startsWith('nl/'))
		.map((file) => join(folder, file));
}

test('texts, comments and documents are in plain English', async () => {
	const files = [...DOCUMENTS, ...(await Promise.all(FOLDERS.map(filesIn))).flat()];
	expect(files.length).toBeGreaterThan(100);
	const found = files.flatMap((file) =>
		readFileSync(join(packageFolder, file), 'utf8')
			.split('\n')
			.map((line, index) => `${file}:${index + 1} ${line.trim()}`)
			.filter((line) => PHRASES.some((phrase) => phrase.test(line))),
	);
	expect(found).toEqual([]);
});
