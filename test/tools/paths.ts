import { join, resolve } from 'node:path';

/** The package under test: where its package.json and its examples stand. */
export const packageFolder = resolve(__dirname, '../..');

export const examplesFolder = join(packageFolder, 'examples');

export const docsFolder = join(packageFolder, 'docs');

export const screenshotsFolder = join(docsFolder, 'screenshots');

/** Where n8n is installed, with a package.json of its own. */
export const n8nFolder = join(packageFolder, 'test/n8n');

/** n8n's own command. */
export const n8nCommand = join(n8nFolder, 'node_modules/n8n/bin/n8n');

/** The Node.js that n8n wants, which is newer than the one this package wants. */
export const nodeFolder = join(n8nFolder, 'node_modules/node/bin');

export const nodeCommand = join(nodeFolder, 'node');

/** What runs leave here is removed when they end, but for the package as it was built; git ignores it. */
export const userFolders = join(n8nFolder, '.n8n');
