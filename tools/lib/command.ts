import type { Options } from 'execa';

/** As execa has them. */
export type CommandOptions = Pick<
	Options,
	'cwd' | 'env' | 'extendEnv' | 'cancelSignal' | 'killSignal' | 'uid' | 'gid'
>;

/**
 * Runs a command to its end.
 * @returns what it wrote to standard output
 * @throws Error with the command and what it wrote, where it can't be started or ends with another
 *   code than 0
 */
export async function run(file: string, args: string[], options: CommandOptions): Promise<string> {
	// An ES module, which Node.js 20 can't require.
	const { execa } = await import('execa');
	const { stdout } = await execa(file, args, { ...options, stdin: 'ignore' });
	return stdout;
}

/** Runs npm, as `run` does. */
export const npm = async (args: string[], options: CommandOptions): Promise<string> =>
	await run('npm', args, options);
