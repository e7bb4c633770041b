import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { packageFolder } from '../../lib/paths';

/** All that the installed package depends on. */
const FOLDERS = ['nodes', 'credentials', 'icons'];
const FILES = [
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'tsconfig.build.json',
	'gulpfile.js',
];

async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	});
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
}

/** A hash of the names and contents of all files that the package is built from. */
export async function hashOfSources(folder = packageFolder): Promise<string> {
	const below = (
		await Promise.all(FOLDERS.map(async (name) => await filesBelow(join(folder, name))))
	).flat();
	const paths = [...below, ...FILES.map((name) => join(folder, name))].sort();
	const hash = createHash('sha256');
	for (const path of paths) {
		hash.update(`${relative(folder, path)}\0`).update(
			createHash('sha256')
				.update(await readFile(path))
				.digest(),
		);
	}
	return hash.digest('hex').slice(0, 16);
}
