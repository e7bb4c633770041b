import { createRequire } from 'node:module';
import { join } from 'node:path';
import { n8nFolder, packageFolder } from '../lib/paths';

/** Where the nodes are built to; in here, so that they find the same n8n-workflow. */
export const buildFolder = join(packageFolder, 'node_modules/.cache/dutch-business-bench');

/** n8n's own nodes. */
export const nodesBaseFolder = join(n8nFolder, 'node_modules/n8n-nodes-base');

/** Loads a module by its path, or by its name as this package finds it. */
export const requireHere = createRequire(join(packageFolder, 'package.json'));
