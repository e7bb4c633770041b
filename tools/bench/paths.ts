import { createRequire } from 'node:module';
import { join } from 'node:path';
import { n8nFolder, packageFolder } from '../lib/paths';

/** In node_modules, so that the nodes find the same n8n-workflow. */
export const buildFolder = join(packageFolder, 'node_modules/.cache/dutch-business-bench');

export const nodesBaseFolder = join(n8nFolder, 'node_modules/n8n-nodes-base');

/** Resolves modules like this package. */
export const requireHere = createRequire(join(packageFolder, 'package.json'));
