import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../tools/lib/command';
import { packageFolder } from '../../tools/lib/paths';
import { type Check, checks, engineFolder, type Version } from '../../tools/n8n/versions';

export interface Outcome {
	passed: number;
	/** Failed tests, with the first line of each message. */
	failed: string[];
}

interface Report {
	testResults: Array<{
		message: string;
		assertionResults: Array<{
			ancestorTitles: string[];
			title: string;
			status: string;
			failureMessages: string[];
		}>;
	}>;
}

const firstLine = (text: string): string => text.trim().split('\n')[0];

/** Groups the tests by check; a check without tests has failed. */
function readReport({ testResults }: Report): Record<Check, Outcome> {
	const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
	const broken = testResults.filter(({ assertionResults }) => assertionResults.length === 0);
	const nothing = ['no test ran', ...broken.map(({ message }) => firstLine(message))].join(': ');
	const outcomeOf = (check: Check): Outcome => {
		const own = tests.filter(({ ancestorTitles }) => ancestorTitles[0] === check);
		if (own.length === 0) return { passed: 0, failed: [nothing] };
		const failed = own.filter(({ status }) => status !== 'passed');
		return {
			passed: own.length - failed.length,
			failed: failed.map(
				({ title, failureMessages }) => `${title}: ${firstLine(failureMessages.join('\n'))}`,
			),
		};
	};
	return Object.fromEntries(checks.map((check) => [check, outcomeOf(check)])) as Record<
		Check,
		Outcome
	>;
}

/** Runs the checks in the engine of a version. @throws Error when jest wrote no report */
export async function runChecks(
	version: Version,
	signal: AbortSignal,
): Promise<Record<Check, Outcome>> {
	const folder = await mkdtemp(join(tmpdir(), 'versions-'));
	const report = join(folder, 'report.json');
	const jest = join(packageFolder, 'node_modules/jest/bin/jest.js');
	const config = join(__dirname, 'jest.config.js');
	// Timers of old engines would keep it from its end.
	const args = [jest, '--config', config, '--forceExit', '--json', `--outputFile=${report}`];
	const sends = !version.lacks.includes('COR with a client certificate');
	const env = { N8N_ENGINE: engineFolder(version), N8N_SENDS_CERTIFICATES: String(sends) };
	try {
		// It ends with 1 where a check failed: the report says which.
		const ended = run(process.execPath, args, { cwd: packageFolder, env, cancelSignal: signal });
		const why = await ended.then(() => 'it wrote no report', String);
		const text = await readFile(report, 'utf8').catch(() => undefined);
		if (text === undefined) throw new Error(`The checks in n8n ${version.name} broke off: ${why}`);
		return readReport(JSON.parse(text) as Report);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
