import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../../../tools/lib/command';
import { step } from '../../../tools/lib/steps';

/** Where Debian keeps programs for daemons, then the path. */
function programFolders(): string[] {
	const postgres = '/usr/lib/postgresql';
	const versions = existsSync(postgres) ? readdirSync(postgres) : [];
	const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
	const path = (process.env.PATH ?? '').split(delimiter);
	return [...newestFirst.map((version) => join(postgres, version, 'bin')), '/usr/sbin', ...path];
}

const find = (program: string): string | undefined =>
	programFolders()
		.map((folder) => join(folder, program))
		.find((path) => existsSync(path));

/** The Debian package of each program. */
const packageOf = {
	'redis-server': 'redis-server',
	initdb: 'postgresql',
	postgres: 'postgresql',
	pg_isready: 'postgresql',
	createdb: 'postgresql',
} as const;

type ProgramName = keyof typeof packageOf;

export type Programs = Record<ProgramName, string>;

async function install(packages: string[], signal: AbortSignal): Promise<void> {
	// At this level no service is started: the test starts its own.
	const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	const options = { env, cancelSignal: signal };
	await run('apt-get', ['update'], options);
	await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
}

/** Finds Redis and PostgreSQL, or installs them. @throws Error with the packages to install */
export async function findPrograms(signal: AbortSignal): Promise<Programs> {
	const names = Object.keys(packageOf) as ProgramName[];
	const missing = () => names.filter((name) => find(name) === undefined);
	const packages = [...new Set(missing().map((name) => packageOf[name]))];
	if (packages.length > 0) {
		const advice = `Install ${packages.join(' and ')} first, e.g. with apt-get.`;
		if (process.getuid?.() !== 0 || find('apt-get') === undefined) throw new Error(advice);
		await step(`Install ${packages.join(' and ')}`, async () => {
			try {
				await install(packages, signal);
			} catch (cause) {
				throw new Error(`${advice} ${(cause as Error).message}`, { cause });
			}
		});
	}
	const still = missing();
	if (still.length > 0) throw new Error(`There is no ${still.join(', ')} here.`);
	return Object.fromEntries(names.map((name) => [name, find(name)])) as Programs;
}
