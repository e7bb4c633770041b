import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes or empties a package's folder, except `.git`. @throws Error for another package */
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
