import { loadPackage, sources } from './packageTypes';

export const {
	nodes: nodeTypes,
	triggers: triggerTypes,
	credentials: credentialTypes,
} = loadPackage(sources);
