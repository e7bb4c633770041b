import { npm } from '../../tools/lib/command';
import { type N8nRelease, packageFolder } from '../../tools/lib/paths';
import { newest, oldest, type Version } from '../../tools/n8n/versions';

/** The full installation of a version, if there is one. */
export function releaseOf(version: Version): N8nRelease | undefined {
	if (version === newest) return 'newest';
	return version === oldest ? 'oldest' : undefined;
}

export interface Examples {
	isGood: boolean;
	/** The demo's output or error. */
	output: string;
}

/** Runs the examples in a real n8n, and installs it if necessary: some minutes. */
export async function runExamples(release: N8nRelease, signal: AbortSignal): Promise<Examples> {
	const options = { cwd: packageFolder, env: { TEST_N8N: release }, cancelSignal: signal };
	try {
		const output = await npm(['run', '--silent', 'demo', '--', '--once'], options);
		return { isGood: true, output };
	} catch (error) {
		signal.throwIfAborted();
		return { isGood: false, output: String(error) };
	}
}
