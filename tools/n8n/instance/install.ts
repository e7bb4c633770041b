import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock as takeLock } from 'proper-lockfile';
import { npm } from '../../lib/command';
import { n8nCommand, n8nFolder, n8nRelease, nodeCommand, userFolders } from '../../lib/paths';
import { step } from '../../lib/steps';

interface LockFile {
	packages: Record<string, { optional?: boolean; peer?: boolean }>;
}

const lockPath = join(n8nFolder, 'package-lock.json');

/** Holds the hash of the installed lock file. */
const stampPath = join(n8nFolder, 'node_modules/.installed-lock-file');

async function isInstalled(lockHash: string): Promise<boolean> {
	if (![n8nCommand, nodeCommand, stampPath].every((path) => existsSync(path))) return false;
	return (await readFile(stampPath, 'utf8')) === lockHash;
}

/** Counts the installed packages; npm makes their folders earlier. */
function countPackages(lock: string): () => string {
	const { packages } = JSON.parse(lock) as LockFile;
	// Optional ones are mostly for other systems; of the peers not every npm installs the same.
	const isSure = ({ optional, peer }: LockFile['packages'][string]) => !optional && !peer;
	const paths = Object.keys(packages).filter((path) => path && isSure(packages[path]));
	return () => {
		const present = paths.filter((path) =>
			existsSync(join(n8nFolder, path, 'package.json')),
		).length;
		return `${present} of ${paths.length} packages`;
	};
}

async function install(lock: string, signal: AbortSignal): Promise<void> {
	const options = { cwd: n8nFolder, cancelSignal: signal };
	const ci = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const count = countPackages(lock);
	await step(
		`Install n8n, the ${n8nRelease} (about 3 GB, once)`,
		async () => await npm(ci, options),
		count,
	);
	// The only two whose install scripts n8n can't do without here. Our .npmrc turns scripts off.
	const scripts = ['rebuild', 'sqlite3', 'node', '--ignore-scripts=false', '--loglevel=error'];
	await step('Install its database and its Node.js', async () => await npm(scripts, options));
	if (!existsSync(nodeCommand)) {
		throw new Error(
			`npm made no ${nodeCommand}. To see why, run "npm rebuild node --foreground-scripts" in ${n8nFolder}.`,
		);
	}
}

export const hasN8n = async (): Promise<boolean> =>
	await isInstalled(hash('sha256', await readFile(lockPath)));

/** Installs n8n and its Node.js, unless the lock file is unchanged: 3 minutes and 3 GB. */
export async function installN8n(signal: AbortSignal): Promise<void> {
	const lock = await readFile(lockPath, 'utf8');
	const lockHash = hash('sha256', lock);
	if (await isInstalled(lockHash)) return;
	await mkdir(userFolders, { recursive: true });
	const release = await takeLock(n8nFolder, {
		lockfilePath: join(userFolders, 'install.lock'),
		retries: { forever: true, minTimeout: 500, maxTimeout: 500 },
	});
	try {
		// Another program may have done it meanwhile.
		if (await isInstalled(lockHash)) return;
		await install(lock, signal);
		await writeFile(stampPath, lockHash);
	} finally {
		await release();
	}
}
