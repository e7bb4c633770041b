import { join, resolve } from 'node:path';

export const packageFolder = resolve(__dirname, '../..');
export const examplesFolder = join(packageFolder, 'examples');
export const docsFolder = join(packageFolder, 'docs');
export const screenshotsFolder = join(docsFolder, 'screenshots');

/** The releases of n8n that are installed in full. */
const n8nFolders = { newest: 'tools/n8n/newest', oldest: 'tools/n8n/oldest' };

export type N8nRelease = keyof typeof n8nFolders;

function readRelease(value = 'newest'): N8nRelease {
	if (value in n8nFolders) return value as N8nRelease;
	throw new Error(`TEST_N8N must be newest or oldest, but is ${value}`);
}

/** The newest, unless TEST_N8N is `oldest`. */
export const n8nRelease = readRelease(process.env.TEST_N8N);
export const n8nFolder = join(packageFolder, n8nFolders[n8nRelease]);
export const n8nCommand = join(n8nFolder, 'node_modules/n8n/bin/n8n');

/** The Node.js for n8n; the newest n8n needs a newer one than this package. */
export const nodeFolder = join(n8nFolder, 'node_modules/node/bin');
export const nodeCommand = join(nodeFolder, 'node');

/** Runs remove their folders here when they end; the built package stays. Ignored by git. */
export const userFolders = join(n8nFolder, '.n8n');
