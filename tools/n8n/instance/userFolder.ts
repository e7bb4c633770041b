import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cleanup } from '../../lib/cleanup';
import { userFolders } from '../../lib/paths';

const remove = async (folder: string): Promise<void> =>
	await rm(folder, { recursive: true, force: true, maxRetries: 5 });

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Removes the folders of killed runs, which are named after their process. */
async function removeLeftovers(): Promise<void> {
	if (!existsSync(userFolders)) return;
	const processes = (await readdir(userFolders)).filter((name) => /^\d+$/.test(name));
	for (const name of processes) {
		if (!isRunning(Number(name))) await remove(join(userFolders, name));
	}
}

/** Makes an empty folder for n8n's data, removed when the program ends. */
export async function makeUserFolder(cleanup: Cleanup): Promise<string> {
	await removeLeftovers();
	const folder = join(userFolders, String(process.pid));
	await mkdir(folder, { recursive: true });
	cleanup.add(async () => await remove(folder));
	return folder;
}
