import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Empties the folder that a package is written to, but for the history of its repository. It is made if
 * it is not there.
 * @param name of the package
 * @throws Error where something else stands there
 */
export async function emptyFolder(folder: string, name: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	const entries = (await readdir(folder)).filter((entry) => entry !== '.git');
	if (entries.length === 0) return;
	const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
	if ((JSON.parse(manifest) as { name?: string }).name !== name) {
		throw new Error(`${folder} holds something else than ${name}.`);
	}
	for (const entry of entries) await rm(join(folder, entry), { recursive: true, force: true });
}
