import { join, resolve } from 'node:path';

/** The package under test: where its package.json and its examples stand. */
export const packageFolder = resolve(__dirname, '../..');

export const examplesFolder = join(packageFolder, 'examples');

export const docsFolder = join(packageFolder, 'docs');

export const screenshotsFolder = join(docsFolder, 'screenshots');

/** The releases of n8n that are installed in full, each in a folder with a package.json of its own. */
const n8nFolders = { newest: 'tools/n8n/newest', oldest: 'tools/n8n/oldest' };

export type N8nRelease = keyof typeof n8nFolders;

/** @throws Error for another value than the two */
function readRelease(value = 'newest'): N8nRelease {
	if (value in n8nFolders) return value as N8nRelease;
	throw new Error(`TEST_N8N must be newest or oldest, but is ${value}`);
}

/** Which n8n is run: the newest, unless TEST_N8N says `oldest`. */
export const n8nRelease = readRelease(process.env.TEST_N8N);

/** Where n8n is installed. */
export const n8nFolder = join(packageFolder, n8nFolders[n8nRelease]);

/** n8n's own command. */
export const n8nCommand = join(n8nFolder, 'node_modules/n8n/bin/n8n');

/** The Node.js that n8n wants; the newest wants a newer one than this package does. */
export const nodeFolder = join(n8nFolder, 'node_modules/node/bin');

export const nodeCommand = join(nodeFolder, 'node');

/** What runs leave here is removed when they end, but for the package as it was built; git ignores it. */
export const userFolders = join(n8nFolder, '.n8n');
