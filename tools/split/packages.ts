import { type NodeServiceName, nodeServiceNames, services } from '../services';
import type { ServiceFacts } from '../services/facts';

/** Only in the package of all services. */
const WHOLE = /\bsandbox\b|\bthree ([\w-]+ )?(services|nodes|packages)\b|\bnpm run\b/i;

export const servicesIn = (text: string): NodeServiceName[] =>
	nodeServiceNames.filter((name) => services[name].mention.test(text));

/** Whether a text is about something that this package does not have. */
export const concernsOthers = (text: string, service: NodeServiceName): boolean =>
	WHOLE.test(text) || servicesIn(text).some((name) => name !== service);

export const wholeName = 'n8n-nodes-dutch-business';

export interface SplitPackage extends ServiceFacts {
	service: NodeServiceName;
	/** Its name at npm, and that of its repository. */
	name: string;
}

/** The single-service packages, in the services' order. */
export const splitPackages: SplitPackage[] = nodeServiceNames.map((service) => ({
	service,
	name: `n8n-nodes-${service}`,
	...services[service],
}));

/** Replaces the whole package's name, but not an organisation of that name. */
export const renamed = (text: string, { name }: Pick<SplitPackage, 'name'>): string =>
	text.replace(new RegExp(`(?<!github\\.com/)${wholeName}`, 'g'), name);
