import type { Options } from 'execa';

export type CommandOptions = Pick<
	Options,
	'cwd' | 'env' | 'extendEnv' | 'cancelSignal' | 'killSignal' | 'uid' | 'gid'
>;

export async function run(file: string, args: string[], options: CommandOptions): Promise<string> {
	// An ES module, which Node.js 20 can't require.
	const { execa } = await import('execa');
	const { stdout } = await execa(file, args, { ...options, stdin: 'ignore' });
	return stdout;
}

export const npm = async (args: string[], options: CommandOptions): Promise<string> =>
	await run('npm', args, options);
