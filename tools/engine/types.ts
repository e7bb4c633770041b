import { loadPackage, sources } from './packageTypes';

/** The nodes, triggers and credential types under test: this package's sources. */
export const {
	nodes: nodeTypes,
	triggers: triggerTypes,
	credentials: credentialTypes,
} = loadPackage(sources);
