import { createRequire } from 'node:module';
import { type NodeServiceName, nodeServiceNames } from '../../sandbox';
import type { ServiceFacts } from './facts';

export {
	type NodeServiceName,
	nodeServiceNames,
	type ServiceName,
	serviceNames,
} from '../../sandbox';

const load = createRequire(__filename);

/** The facts of each service with nodes, from the file of its name in this folder. */
export const services = Object.fromEntries(
	nodeServiceNames.map((name) => [name, (load(`./${name}`) as { facts: ServiceFacts }).facts]),
) as Record<NodeServiceName, ServiceFacts>;
