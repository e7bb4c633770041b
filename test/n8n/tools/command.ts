import { spawn } from 'node:child_process';
import { lastLines } from './lastLines';

export interface CommandOptions {
	cwd: string;
	/** The whole environment; this process's own when absent. */
	env?: NodeJS.ProcessEnv;
	/** Ends the command when it is aborted. */
	signal?: AbortSignal;
	/** How it is ended then; SIGTERM when absent. */
	killSignal?: NodeJS.Signals;
}

/**
 * Runs a command to its end.
 * @returns what it wrote to standard output
 * @throws Error with the last lines it wrote, where it can't be started or ends with another code
 *   than 0
 */
export async function run(
	command: string,
	args: string[],
	options: CommandOptions,
): Promise<string> {
	const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	let all = '';
	child.stdout.on('data', (chunk: Buffer) => {
		output += chunk.toString();
		all += chunk.toString();
	});
	child.stderr.on('data', (chunk: Buffer) => (all += chunk.toString()));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code === 0) return output;
	throw new Error(`${[command, ...args].join(' ')} ended with code ${code}\n${lastLines(all)}`);
}

/** Runs npm: the one that started this process, if it did. */
export async function npm(args: string[], options: CommandOptions): Promise<string> {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js')
		? await run(process.execPath, [script, ...args], options)
		: await run('npm', args, options);
}
