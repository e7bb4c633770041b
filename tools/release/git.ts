import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs git. @returns the lines it printed @throws Error with its message */
export async function git(folder: string, ...args: string[]): Promise<string[]> {
	// Not execa, which Jest can't load.
	const { stdout } = await promisify(execFile)('git', args, { cwd: folder, maxBuffer: 1e8 });
	return stdout.split('\n').filter(Boolean);
}
