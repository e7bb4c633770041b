import { npm } from '../../tools/lib/command';
import { type N8nRelease, packageFolder } from '../../tools/lib/paths';
import { newest, oldest, type Version } from '../../tools/n8n/versions';

/** The release that a version is, where it is one that is installed in full. */
export function releaseOf(version: Version): N8nRelease | undefined {
	if (version === newest) return 'newest';
	return version === oldest ? 'oldest' : undefined;
}

/** What came of the examples. */
export interface Examples {
	isGood: boolean;
	/** What the demo printed, or why it failed. */
	told: string;
}

/** Runs the examples in a real n8n, which is installed where it isn't yet: some minutes. */
export async function runExamples(release: N8nRelease, signal: AbortSignal): Promise<Examples> {
	const options = { cwd: packageFolder, env: { TEST_N8N: release }, cancelSignal: signal };
	try {
		const told = await npm(['run', '--silent', 'demo', '--', '--once'], options);
		return { isGood: true, told };
	} catch (error) {
		signal.throwIfAborted();
		return { isGood: false, told: String(error) };
	}
}
