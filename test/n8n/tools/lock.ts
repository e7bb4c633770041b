import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './isRunning';

/** Makes the lock file, unless a process that still runs has made it. */
async function take(path: string): Promise<boolean> {
	try {
		await writeFile(path, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	const holder = await readFile(path, 'utf8').catch(() => '');
	// Empty: just being written, or taken away.
	if (holder !== '' && !isRunning(Number(holder))) await rm(path, { force: true });
	return false;
}

/**
 * Does something that only one process may do at a time; others wait for it.
 * @param path of the file that tells them
 */
export async function alone<Result>(
	path: string,
	signal: AbortSignal,
	work: () => Promise<Result>,
): Promise<Result> {
	await mkdir(dirname(path), { recursive: true });
	while (!(await take(path))) await sleep(500, undefined, { signal });
	try {
		return await work();
	} finally {
		await rm(path, { force: true });
	}
}
