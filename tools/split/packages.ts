import { nodeServiceNames, type NodeServiceName, services } from '../services';
import type { ServiceFacts } from '../services/facts';

export const wholeName = 'n8n-nodes-dutch-business';

export interface SplitPackage
	extends Pick<ServiceFacts, 'title' | 'folder' | 'description' | 'keywords' | 'head'> {
	service: NodeServiceName;
	/** Its name at npm, and that of its repository. */
	name: string;
}

/** The packages of one service each, in the services' order. */
export const splitPackages: SplitPackage[] = nodeServiceNames.map((service) => ({
	service,
	name: `n8n-nodes-${service}`,
	...services[service],
}));

/** Replaces the whole package's name, but not an organisation of that name. */
export const renamed = (text: string, { name }: Pick<SplitPackage, 'name'>): string =>
	text.replace(new RegExp(`(?<!github\\.com/)${wholeName}`, 'g'), name);
