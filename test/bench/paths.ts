import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** Where this package's package.json stands. */
export const packageFolder = resolve(__dirname, '../..');

/** Where the nodes are built to; in here, so that they find the same n8n-workflow. */
export const buildFolder = resolve(packageFolder, 'node_modules/.cache/dutch-business-bench');

/** n8n's own nodes. */
export const nodesBaseFolder = resolve(packageFolder, 'test/n8n/node_modules/n8n-nodes-base');

/** Loads a module by its path, or by its name as this package finds it. */
export const requireHere = createRequire(join(packageFolder, 'package.json'));
